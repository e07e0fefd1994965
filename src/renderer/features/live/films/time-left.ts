import { type FilmQueueState, isReady } from './film-queue-state.ts';

/** Of a film that has only begun little can be said. */
const LEAST_SHARE = 0.02;

/**
 * How long the films that can be read will take, by how fast the film is read that is being read, or else those before it: a long
 * film is a large file.
 *
 * @param share How much of the film that is being read has been; null when none is.
 * @param tookMs How long that took.
 * @returns Null before anything is known.
 */
export function timeLeftMs(
  { films, bytesPerMs }: Pick<FilmQueueState, 'films' | 'bytesPerMs'>,
  share: number | null,
  tookMs: number,
): number | null {
  const current = films.find(({ state }) => state === 'reading');
  const readBytes = current && share !== null ? share * current.bytes : 0;
  const isTold = share !== null && share >= LEAST_SHARE && tookMs > 0;
  const rate = isTold ? readBytes / tookMs : bytesPerMs;
  if (rate === null || rate <= 0) return null;
  const waitingBytes = films.filter(isReady).reduce((sum, { bytes }) => sum + bytes, 0);
  return (waitingBytes + (current ? current.bytes - readBytes : 0)) / rate;
}
