import type { KeptFilm } from '../../../../contract/films.ts';
import { type Failure, failure } from '../../../../core/words/failure.ts';
import { windowFailure } from '../../../ui/window-failure.ts';
import { isOver, type QueuedFilm } from './film-queue-state.ts';

/** A film as it comes into the list. */
export function newFilm(id: string, file: File, childId: string | null): QueuedFilm {
  return {
    id,
    file,
    childId,
    name: file.name,
    bytes: file.size,
    lastModifiedMs: file.lastModified,
    day: dayOf(file.lastModified),
    state: 'checking',
    sha256: null,
    sessionId: null,
    double: null,
    outcome: null,
    isAsked: false,
  };
}

/** A film of a list that the service kept: one that was being read is read again. */
export function restored(film: KeptFilm): QueuedFilm {
  // What it is the double of is looked at again with its content.
  const begun = { reading: 'waiting', double: 'checking' } as const;
  const state = film.state === 'reading' || film.state === 'double' ? begun[film.state] : film.state;
  return { ...film, state, file: null, double: null, outcome: null, isAsked: false };
}

/** The outcome of a film of which nothing could be read. */
export const NOTHING_READ = {
  phase: 'failed',
  readings: 0,
  unreadable: null,
  problem: null,
  isNobodyAlone: false,
  atMs: 0,
  durationMs: 0,
} as const;

/** What the service keeps of a film. */
export function keptOf({
  id,
  name,
  bytes,
  lastModifiedMs,
  childId,
  day,
  state,
  sha256,
  sessionId,
}: QueuedFilm): KeptFilm {
  return { id, name, bytes, lastModifiedMs, childId, day, state, sha256, sessionId };
}

/** Whether this is the file of a film that lost it. */
export function isSame(film: QueuedFilm, file: File): boolean {
  return (
    !isOver(film) && film.name === file.name && film.bytes === file.size && film.lastModifiedMs === file.lastModified
  );
}

/** A file that was moved, changed or unplugged cannot be read any more. */
export function problemOf(error: unknown, { name }: QueuedFilm): Failure {
  return error instanceof DOMException ? failure('films.file-gone', { fileName: name }) : windowFailure(error);
}

/** The day on which a file was last written, by this machine's calendar: most cameras write a film when it is made. */
function dayOf(lastModifiedMs: number): string {
  const date = new Date(lastModifiedMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
