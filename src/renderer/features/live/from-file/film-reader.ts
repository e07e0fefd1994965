import type { FromFilmReader, ToFilmReader } from './film-messages.ts';

/** The worker that reads a film, as the window sees it. */
export interface FilmReader {
  tell(message: ToFilmReader): void;
  /** Ends the worker and what it holds. */
  close(): void;
}

export function startFilmReader(hear: (message: FromFilmReader) => void): FilmReader {
  const worker = new Worker(new URL('./film-worker.ts', import.meta.url), { type: 'module', name: 'film' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromFilmReader>) => hear(data));
  worker.addEventListener('error', ({ message }) => hear({ kind: 'failed', message }));
  return { tell: (message) => worker.postMessage(message), close: () => worker.terminate() };
}
