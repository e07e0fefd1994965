import { FLACC_PARTS, flaccTotal } from '../../emotion/observation.ts';
import { heldStretches } from '../distress/sample-states.ts';
import type { FormatWords } from '../format-words.ts';
import type { ReportDocument } from '../report-document.ts';
import type { TsvTable } from './tsv.ts';

const COLUMNS = [
  'onset',
  'duration',
  'trial_type',
  'value',
  'probability',
  'score',
  ...FLACC_PARTS.map((part) => `flacc_${part}` as const),
  'rater',
  'text',
] as const;

type Column = (typeof COLUMNS)[number];
type Event = Partial<Record<Column, string | number | null>> & { readonly onset: number; readonly duration: number };

/**
 * All that has a time in a session but its single readings, in the order of time: episodes, what was said of distress, gaps,
 * markers, observations and what raters said. Times in seconds; names are stable whatever the language.
 */
export function eventsOf(document: ReportDocument): TsvTable {
  const { summary, gaps, markers, observations, annotations } = document;
  const events: Event[] = [
    ...summary.episodes.map(({ emotion, fromMs, toMs, meanProbability }) => ({
      ...span(fromMs, toMs),
      trial_type: 'episode',
      value: emotion,
      probability: rounded(meanProbability, 6),
    })),
    ...heldStretches(document).map(({ state, fromMs, toMs, meanDistress }) => ({
      ...span(fromMs, toMs),
      trial_type: 'distress',
      value: state,
      probability: rounded(meanDistress, 6),
    })),
    ...gaps.map(({ fromMs, toMs, reason }) => ({ ...span(fromMs, toMs), trial_type: 'gap', value: reason })),
    ...markers.map(({ atMs, toMs, kind, text, by }) => ({
      ...span(atMs, toMs ?? atMs),
      trial_type: 'marker',
      value: kind,
      rater: by,
      text,
    })),
    ...observations.map(({ atMs, observation, by }) => ({
      ...span(atMs, atMs),
      trial_type: 'observation',
      value: observation.kind,
      rater: by,
      text: observation.note,
      ...(observation.kind === 'faces-scale' && { score: observation.score }),
      ...(observation.kind === 'flacc' && {
        score: flaccTotal(observation),
        ...Object.fromEntries(FLACC_PARTS.map((part) => [`flacc_${part}`, observation[part]])),
      }),
    })),
    ...annotations.map(({ fromMs, toMs, label, note, by }) => ({
      ...span(fromMs, toMs),
      trial_type: 'annotation',
      value: label,
      rater: by,
      text: note,
    })),
  ];
  events.sort((a, b) => a.onset - b.onset);
  return { columns: COLUMNS, rows: events.map((event) => COLUMNS.map((column) => event[column] ?? null)) };
}

/** The sidecar: what each column holds. */
export function eventColumns({ exports }: FormatWords): Record<Column, object> {
  const flacc = { Description: exports(($) => $.bids.flaccPart) };
  return {
    onset: { Description: exports(($) => $.bids.onset), Units: 's' },
    duration: { Description: exports(($) => $.bids.duration), Units: 's' },
    trial_type: {
      Description: exports(($) => $.bids.trialType),
      Levels: {
        episode: exports(($) => $.bids.trialEpisode),
        distress: exports(($) => $.bids.trialDistress),
        gap: exports(($) => $.bids.trialGap),
        marker: exports(($) => $.bids.trialMarker),
        observation: exports(($) => $.bids.trialObservation),
        annotation: exports(($) => $.bids.trialAnnotation),
      },
    },
    value: { Description: exports(($) => $.bids.value) },
    probability: { Description: exports(($) => $.bids.probability) },
    score: { Description: exports(($) => $.bids.score) },
    flacc_face: flacc,
    flacc_legs: flacc,
    flacc_activity: flacc,
    flacc_cry: flacc,
    flacc_consolability: flacc,
    rater: { Description: exports(($) => $.bids.rater) },
    text: { Description: exports(($) => $.bids.text) },
  };
}

function span(fromMs: number, toMs: number): { onset: number; duration: number } {
  return { onset: rounded(fromMs / 1000, 4), duration: rounded((toMs - fromMs) / 1000, 4) };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
