import { FLACC_PARTS, flaccTotal, type Observation } from '../../emotion/observation.ts';
import type { ReportDocument } from '../report-document.ts';
import { wallClockOf } from '../time/wall-clock.ts';
import { clock, type Wording } from '../wording.ts';

/** A marker or an observation as the page lists it, under one numbering in the order of time. */
export interface Entry {
  readonly number: number;
  readonly atMs: number;
  /** Null for a moment. */
  readonly toMs: number | null;
  readonly isMarker: boolean;
  /** 0 to 10 for an observation that has a score. */
  readonly score: { readonly of: 'flacc' | 'faces-scale'; readonly value: number } | null;
  readonly what: string;
  readonly text: string;
  readonly by: string;
  /** The time of day of its beginning; null where it is withheld or not known. */
  readonly wall: string | null;
}

export function entriesOf(document: ReportDocument, wording: Wording): Entry[] {
  const { markers, observations } = document;
  const wallClock = wallClockOf(document);
  const entries = [
    ...markers.map(({ atMs, toMs, kind, text, by }) => ({
      atMs,
      toMs,
      by,
      isMarker: true,
      score: null,
      ...(kind === 'custom' && text !== ''
        ? { what: text, text: '' }
        : { what: wording.common(($) => $.marker[kind]), text }),
    })),
    ...observations.map(({ atMs, observation, by }) => ({
      atMs,
      toMs: null,
      by,
      isMarker: false,
      ...describe(observation, wording),
    })),
  ];
  return entries
    .sort((a, b) => a.atMs - b.atMs)
    .map((entry, index) => ({ ...entry, number: index + 1, wall: wallClock?.(entry.atMs) ?? null }));
}

/** When it was, as the lists write it: one time for a moment, and for what began and ended within one second. */
export function timeOf({ atMs, toMs }: Pick<Entry, 'atMs' | 'toMs'>, { report }: Wording): string {
  const [from, to] = [clock(atMs), clock(toMs ?? atMs)];
  return from === to ? from : report(($) => $.entries.range, { from, to });
}

function describe(observation: Observation, { report, common }: Wording): Pick<Entry, 'score' | 'what' | 'text'> {
  if (observation.kind === 'note') {
    return { score: null, what: common(($) => $.observation.note), text: observation.note };
  }
  if (observation.kind === 'faces-scale') {
    const { score, note } = observation;
    return { score: { of: 'faces-scale', value: score }, what: report(($) => $.entries.faces, { score }), text: note };
  }
  const total = flaccTotal(observation);
  const parts = Object.fromEntries(FLACC_PARTS.map((part) => [part, observation[part]])) as Record<
    (typeof FLACC_PARTS)[number],
    number
  >;
  return {
    score: { of: 'flacc', value: total },
    what: report(($) => $.entries.flacc, { total }),
    text: [report(($) => $.entries.parts, parts), observation.note].filter(Boolean).join('; '),
  };
}
