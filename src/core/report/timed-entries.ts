import { flaccTotal } from '../emotion/observation.ts';
import { heldStretches } from './distress/sample-states.ts';
import type { ReportDocument } from './report-document.ts';

/** Something that has a time in a session, in names that are the same in every language. */
export interface TimedEntry {
  readonly kind: 'episode' | 'distress' | 'gap' | 'marker' | 'observation' | 'annotation';
  /** Emotion, what was said of distress, reason, kind, scale or label. */
  readonly what: string;
  readonly fromMs: number;
  /** Null for a moment. */
  readonly toMs: number | null;
  /** Null but for a scale. */
  readonly score: number | null;
  /** Who set, observed or said it; empty for the machine. */
  readonly by: string;
  /** Words as typed, possibly empty. */
  readonly text: string;
}

const PLAIN = { toMs: null, score: null, by: '', text: '' };

/** Episodes, what was said of distress, gaps, and what people added, in the order of time. */
export function timedEntries({
  summary,
  distress,
  gaps,
  markers,
  observations,
  annotations,
}: ReportDocument): TimedEntry[] {
  const entries: TimedEntry[] = [
    ...summary.episodes.map(({ emotion, fromMs, toMs }) => ({
      ...PLAIN,
      kind: 'episode' as const,
      what: emotion,
      fromMs,
      toMs,
    })),
    ...heldStretches({ distress }).map(({ state: what, fromMs, toMs }) => ({
      ...PLAIN,
      kind: 'distress' as const,
      what,
      fromMs,
      toMs,
    })),
    ...gaps.map(({ reason, fromMs, toMs }) => ({ ...PLAIN, kind: 'gap' as const, what: reason, fromMs, toMs })),
    ...markers.map(({ kind: what, atMs, toMs, by, text }) => ({
      ...PLAIN,
      kind: 'marker' as const,
      what,
      fromMs: atMs,
      toMs,
      by,
      text,
    })),
    ...observations.map(({ atMs, observation, by }) => ({
      ...PLAIN,
      kind: 'observation' as const,
      what: observation.kind,
      fromMs: atMs,
      score: scoreOf(observation),
      by,
      text: observation.note,
    })),
    ...annotations.map(({ label, fromMs, toMs, by, note }) => ({
      ...PLAIN,
      kind: 'annotation' as const,
      what: label,
      fromMs,
      toMs,
      by,
      text: note,
    })),
  ];
  return entries.sort((a, b) => a.fromMs - b.fromMs);
}

function scoreOf(observation: ReportDocument['observations'][number]['observation']): number | null {
  if (observation.kind === 'flacc') return flaccTotal(observation);
  return observation.kind === 'faces-scale' ? observation.score : null;
}

/** "marker/needle: left arm (Bo)": the part before the colon is what an epoch is cut by. */
export function entryLine({
  kind,
  what,
  score,
  by,
  text,
}: Pick<TimedEntry, 'kind' | 'what' | 'score' | 'by' | 'text'>): string {
  const value = score === null ? '' : `/${score}`;
  const said = [text, by === '' ? '' : `(${by})`].filter((part) => part.trim() !== '').join(' ');
  return `${kind}/${what}${value}${said === '' ? '' : `: ${said}`}`.replace(/\p{Cc}+/gu, ' ').trim();
}
