import { useSyncExternalStore } from 'react';
import type { SessionNotes } from './session-notes.ts';
import { useNoteWords } from './use-note-words.ts';

/** One thing that staff noted, as the strip of the last minutes draws it. */
export interface Mark {
  readonly kind: 'marker' | 'observation';
  readonly atMs: number;
  /** End of an interval; null for a point; 'now' for one that goes on. */
  readonly toMs: number | null | 'now';
  readonly label: string;
}

/** Everything noted in the session, by time. */
export function useMarks(notes: SessionNotes): readonly Mark[] {
  const { markers, observations } = useSyncExternalStore(notes.state.subscribe, notes.state.snapshot);
  const words = useNoteWords();
  const marks: Mark[] = [
    ...markers.map(
      (each): Mark => ({
        kind: 'marker',
        atMs: each.atMs,
        toMs: each.isRunning ? 'now' : each.toMs,
        label: words.ofNote(each),
      }),
    ),
    ...observations.map(
      (each): Mark => ({ kind: 'observation', atMs: each.atMs, toMs: null, label: words.ofNote(each) }),
    ),
  ];
  return marks.sort((a, b) => a.atMs - b.atMs);
}
