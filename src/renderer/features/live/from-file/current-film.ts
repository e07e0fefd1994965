import { call } from '../../../client/client.ts';
import { Published } from '../published.ts';
import { startFilmReader } from './film-reader.ts';
import { type FilmChoice, FilmSession } from './film-session.ts';

/** The one film that this window reads, if it does. It outlives the page that shows it. */
const current = new Published<{ readonly film: FilmSession | null }>({ film: null }, 0);

export const { snapshot: currentFilm, subscribe: watchCurrentFilm } = current;

/** Begins to read a film; the last one must be over. */
export function readFilm(choice: FilmChoice): void {
  const film = new FilmSession(choice, { call, startReader: startFilmReader, nowMs: () => performance.now() });
  current.change({ film });
  film.start();
}

/** Puts a film that is over away. */
export function leaveFilm(): void {
  current.change({ film: null });
}
