import type { Session } from '../../../../contract/sessions.ts';
import type { Double, QueuedFilm } from './film-queue-state.ts';

/**
 * Whether a film's content has been read before, under whatever name, or stands in the list already.
 *
 * @param sessions The site's.
 */
export function doubleOf(
  { id, sha256 }: Pick<QueuedFilm, 'id' | 'sha256'>,
  films: readonly QueuedFilm[],
  sessions: readonly Session[],
): Double | null {
  const read = sessions.find(
    ({ recordingSha256, state, setAside }) => recordingSha256 === sha256 && state === 'stopped' && !setAside,
  );
  if (read) {
    const { childCode, startedAtIso, durationMs } = read;
    return { kind: 'read', childCode, startedAtIso, durationMs };
  }
  const twin = films.find((film) => film.id !== id && film.sha256 === sha256);
  return twin ? { kind: 'in-list', name: twin.name } : null;
}
