import type { KeptFilm } from '../../../../contract/films.ts';
import type { Failure } from '../../../../core/words/failure.ts';
import type { RecordingState } from '../recording/recording-state.ts';

/** A film that has been read before, or that stands in the list twice. */
export type Double =
  | { readonly kind: 'read'; readonly childCode: string; readonly startedAtIso: string; readonly durationMs: number }
  | { readonly kind: 'in-list'; readonly name: string };

/** A film in the list. */
export interface QueuedFilm extends KeptFilm {
  /** Null after the window was loaded anew, until the file is chosen again. */
  readonly file: File | null;
  readonly double: Double | null;
  /** Waits to be told who the child is, whatever holds for the list. */
  readonly isAsked: boolean;
  /** How reading it ended; null before. */
  readonly outcome: Pick<
    RecordingState,
    'phase' | 'readings' | 'unreadable' | 'problem' | 'isNobodyAlone' | 'atMs' | 'durationMs'
  > | null;
}

/** What the screen shows of the list. */
export interface FilmQueueState {
  readonly films: readonly QueuedFilm[];
  /** Films are read one after the other; otherwise nothing is begun. */
  readonly isRunning: boolean;
  /** The film that is being read stands still. */
  readonly isPaused: boolean;
  /** The first face that is alone in view is the child's; otherwise each film waits to be told. */
  readonly takesFirstAlone: boolean;
  /** Why nothing more is begun, though films wait. */
  readonly problem: Failure | null;
  /** Of the films that were read: how much of a file takes a millisecond; null before the first. */
  readonly bytesPerMs: number | null;
}

export const NO_FILMS: FilmQueueState = {
  films: [],
  isRunning: false,
  isPaused: false,
  takesFirstAlone: false,
  problem: null,
  bytesPerMs: null,
};

/** Whether the film can be read now. */
export function isReady({ state, file, childId, day }: QueuedFilm): boolean {
  return state === 'waiting' && file !== null && childId !== null && /^\d{4}-\d{2}-\d{2}$/.test(day);
}

/** Whether the film is over: read, or given up. */
export function isOver({ state }: Pick<QueuedFilm, 'state'>): boolean {
  return state === 'stored' || state === 'stopped' || state === 'failed';
}
