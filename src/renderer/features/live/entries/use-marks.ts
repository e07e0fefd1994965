import { useSyncExternalStore } from 'react';
import type { SessionEntries } from './session-entries.ts';
import { useEntryWords } from './use-entry-words.ts';

/** One thing that staff noted, as the strip of the last minutes draws it. */
export interface Mark {
  readonly kind: 'marker' | 'observation';
  readonly atMs: number;
  /** End of an interval; null for a point; 'now' for one that is running. */
  readonly toMs: number | null | 'now';
  readonly label: string;
}

/** Everything noted in the session, by time. */
export function useMarks(entries: SessionEntries): readonly Mark[] {
  const { markers, observations } = useSyncExternalStore(entries.state.subscribe, entries.state.snapshot);
  const words = useEntryWords();
  const marks: Mark[] = [
    ...markers.map(
      (each): Mark => ({
        kind: 'marker',
        atMs: each.atMs,
        toMs: each.isRunning ? 'now' : each.toMs,
        label: words.ofEntry(each),
      }),
    ),
    ...observations.map(
      (each): Mark => ({ kind: 'observation', atMs: each.atMs, toMs: null, label: words.ofEntry(each) }),
    ),
  ];
  return marks.sort((a, b) => a.atMs - b.atMs);
}
