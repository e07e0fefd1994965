import { EMOTIONS } from '../../emotion/emotion.ts';
import { flaccTotal, type Observation } from '../../emotion/observation.ts';
import { heldStretches } from '../distress/sample-states.ts';
import type { FormatWords } from '../format-words.ts';
import type { ReportDocument } from '../report-document.ts';
import { SECOND_MS } from '../report-seconds.ts';
import { type Interval, lanesOf } from './lanes.ts';

/** A row of the annotation program: values that do not overlap. */
export interface Tier {
  readonly name: string;
  /** Who said what stands in it; empty for the machine. */
  readonly annotator: string;
  readonly values: readonly TierValue[];
}

/** Whole milliseconds, `toMs` exclusive and later than `fromMs`. */
export interface TierValue extends Interval {
  readonly text: string;
}

/** The program knows no moments: a moment is shown this long, or up to the session's end if that comes first. */
export const MOMENT_MS = 100;

/**
 * What a session holds, as tiers: emotion by second, episodes, what was said of distress, gaps, markers, observations, and one for each rater.
 * Where markers or observations overlap, their tier is followed by a second one, and so on.
 */
export function tiersOf(document: ReportDocument, words: FormatWords): Tier[] {
  const { exports, common } = words;
  const { markers, observations, annotations, gaps, summary } = document;
  const withText = (value: string, text: string) =>
    text.trim() === '' ? value : exports(($) => $.value.withText, { value, text });
  const said = (label: (typeof annotations)[number]['label']) => sayLabel(label, words);
  return [
    { name: exports(($) => $.tier.emotion), annotator: '', values: emotionRuns(document, words) },
    {
      name: exports(($) => $.tier.episodes),
      annotator: '',
      values: summary.episodes.map(({ emotion, ...span }) =>
        tierValue(
          span,
          common(($) => $.emotion[emotion]),
        ),
      ),
    },
    ...distressTier(document, words),
    {
      name: exports(($) => $.tier.gaps),
      annotator: '',
      values: gaps.map(({ reason, ...span }) =>
        tierValue(
          span,
          common(($) => $.gap[reason]),
        ),
      ),
    },
    ...inLanes(
      exports(($) => $.tier.markers),
      markers.map(({ atMs, toMs, kind, text }) =>
        tierValue(
          { fromMs: atMs, toMs },
          withText(
            common(($) => $.marker[kind]),
            text,
          ),
        ),
      ),
      words,
    ),
    ...inLanes(
      exports(($) => $.tier.observations),
      observations.map(({ atMs, observation }) =>
        tierValue({ fromMs: atMs, toMs: null }, withText(sayObservation(observation, words), observation.note)),
      ),
      words,
    ),
    ...[...new Set(annotations.map(({ by }) => by))].map((rater) => ({
      name: exports(($) => $.tier.saidBy, { rater }),
      annotator: rater,
      values: annotations
        .filter(({ by }) => by === rater)
        .map(({ label, note, ...span }) => tierValue(span, withText(said(label), note))),
    })),
  ].map((tier) => ({ ...tier, values: withinSession(tier.values, document.session.durationMs) }));
}

/** None where the model says nothing of distress: an empty tier would look like a calm child. */
function distressTier(document: ReportDocument, { exports, common }: FormatWords): Tier[] {
  if (document.distress === null) return [];
  const values = heldStretches(document)
    .filter(({ fromMs, toMs }) => Math.round(toMs) > Math.round(fromMs))
    .map(({ state, ...span }) =>
      tierValue(
        span,
        common(($) => $.distress[state]),
      ),
    );
  return [{ name: exports(($) => $.tier.distress), annotator: '', values }];
}

/** Neighbouring seconds of the same reading as one value. */
function emotionRuns({ seconds }: ReportDocument, { common }: FormatWords): TierValue[] {
  const runs: { fromMs: number; toMs: number; emotion: number }[] = [];
  for (let row = 0; row < seconds.count; row += 1) {
    const fromMs = seconds.atMs[row]!;
    const emotion = seconds.emotion[row]!;
    const last = runs.at(-1);
    if (last && last.emotion === emotion && last.toMs === fromMs) last.toMs = fromMs + SECOND_MS;
    else runs.push({ fromMs, toMs: fromMs + SECOND_MS, emotion });
  }
  return runs.map(({ fromMs, toMs, emotion }) => {
    const name = EMOTIONS[emotion];
    return { fromMs, toMs, text: name ? common(($) => $.emotion[name]) : common(($) => $.notSure) };
  });
}

function sayObservation(observation: Observation, { exports, common }: FormatWords): string {
  if (observation.kind === 'note') return common(($) => $.observation.note);
  if (observation.kind === 'faces-scale') return exports(($) => $.value.faces, { score: observation.score });
  const { face, legs, activity, cry, consolability } = observation;
  const parts = { face, legs, activity, cry, consolability };
  return exports(($) => $.value.flacc, { total: flaccTotal(observation), ...parts });
}

/** The word for a rater's label. */
export function sayLabel(label: ReportDocument['annotations'][number]['label'], { common }: FormatWords): string {
  const emotion = EMOTIONS.find((each) => each === label);
  if (emotion) return common(($) => $.emotion[emotion]);
  return common(($) => $.annotation[label as Exclude<typeof label, (typeof EMOTIONS)[number]>]);
}

function inLanes(name: string, values: readonly TierValue[], { exports }: FormatWords): Tier[] {
  return lanesOf(values).map((lane, index) => ({
    name: index === 0 ? name : exports(($) => $.tier.numbered, { name, number: index + 1 }),
    annotator: '',
    values: lane,
  }));
}

/** @param toMs Null for a moment. */
function tierValue({ fromMs, toMs }: { fromMs: number; toMs: number | null }, text: string): TierValue {
  const from = Math.round(fromMs);
  const to = toMs === null ? from : Math.round(toMs);
  return { fromMs: from, toMs: to > from ? to : from + MOMENT_MS, text };
}

/** The last second of a session is rarely whole, and a moment may be its last; what begins after its end stays a moment there. */
function withinSession(values: readonly TierValue[], durationMs: number): TierValue[] {
  const endMs = Math.ceil(durationMs);
  return values.map((value) => ({ ...value, toMs: Math.max(value.fromMs + 1, Math.min(value.toMs, endMs)) }));
}
