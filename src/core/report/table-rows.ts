import { FLACC_PARTS, flaccTotal } from '../emotion/observation.ts';
import { heldStretches } from './distress/sample-states.ts';
import type { ReportDocument, ReportObservation } from './report-document.ts';

/** A row of a table, by the names of its columns; what is left out is empty. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Columns of what has a time in a session but is no sample. */
export const ENTRY_COLUMNS = [
  'reason_or_kind',
  'mean_distress',
  'score',
  ...FLACC_PARTS.map((part) => `flacc_${part}`),
  'text',
  'by',
] as const;

/**
 * All that has a time in a session but its samples, in the order of time: the session itself with its notes, gaps, what was
 * said of distress, markers, observations and annotations. `row` says which of these a row is; times in milliseconds since the session's
 * beginning.
 */
export function entryRows(document: ReportDocument): Row[] {
  const rows = [
    sessionRow(document),
    ...gapRows(document),
    ...distressRows(document),
    ...markerRows(document),
    ...observationRows(document),
    ...annotationRows(document),
  ];
  return rows.sort((a, b) => Number(a.at_ms) - Number(b.at_ms));
}

function sessionRow({ session }: ReportDocument): Row {
  const { durationMs, source, notes, startedBy } = session;
  return { row: 'session', ...interval(0, durationMs), reason_or_kind: source, text: notes, by: startedBy };
}

function gapRows({ gaps }: ReportDocument): Row[] {
  return gaps.map(({ fromMs, toMs, reason }) => ({ row: 'gap', ...interval(fromMs, toMs), reason_or_kind: reason }));
}

function distressRows(document: ReportDocument): Row[] {
  return heldStretches(document).map(({ state, fromMs, toMs, meanDistress }) => ({
    row: 'distress',
    ...interval(fromMs, toMs),
    reason_or_kind: state,
    mean_distress: rounded(meanDistress, 6),
  }));
}

function markerRows({ markers }: ReportDocument): Row[] {
  return markers.map(({ atMs, toMs, kind, text, by }) => ({
    row: 'marker',
    ...interval(atMs, toMs),
    reason_or_kind: kind,
    text,
    by,
  }));
}

function observationRows({ observations }: ReportDocument): Row[] {
  return observations.map(({ atMs, observation, by }) => ({
    row: 'observation',
    ...interval(atMs, null),
    reason_or_kind: observation.kind,
    score: scoreOf(observation),
    ...(observation.kind === 'flacc' &&
      Object.fromEntries(FLACC_PARTS.map((part) => [`flacc_${part}`, observation[part]]))),
    text: observation.note,
    by,
  }));
}

function annotationRows({ annotations }: ReportDocument): Row[] {
  return annotations.map(({ fromMs, toMs, label, note, by }) => ({
    row: 'annotation',
    ...interval(fromMs, toMs),
    reason_or_kind: label,
    text: note,
    by,
  }));
}

function scoreOf(observation: ReportObservation['observation']): number | null {
  if (observation.kind === 'flacc') return flaccTotal(observation);
  return observation.kind === 'faces-scale' ? observation.score : null;
}

function interval(fromMs: number, toMs: number | null): Row {
  return { at_ms: rounded(fromMs, 1), to_ms: toMs === null ? null : rounded(toMs, 1) };
}

/** Without the digits that only binary fractions have. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
