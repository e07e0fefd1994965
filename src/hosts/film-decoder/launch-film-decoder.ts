import { entryBeside } from '../../core/engine/entry-beside.node.ts';
import {
  type FilmDecoder,
  type FilmDecoderEnd,
  FilmDecoderEndedError,
  type FromFilmDecoder,
  type LaunchFilmDecoder,
  type ToFilmDecoder,
} from '../../service/runtime/film-decoders/launch-film-decoder.ts';
import type { StartProgram } from '../processes/program-process.ts';
import { FILM_LIMITS, type FilmLimits, START_WITHIN_SECONDS } from './film-limits.ts';

const ENTRY = entryBeside(import.meta.url, './film-decoder-process.ts');

/** What the process is told: first how much memory it may take, which it does not answer, then its questions. */
export type ToDecoderProcess = ToFilmDecoder | { readonly kind: 'limit'; readonly bytes: number };

/** Decodes films in processes of the kind that the host starts. */
export function filmDecoderLauncher(start: StartProgram, limits: FilmLimits = FILM_LIMITS): LaunchFilmDecoder {
  return () => startDecoder(start, limits);
}

function startDecoder(start: StartProgram, { bytes, seconds }: FilmLimits): FilmDecoder {
  const program = start<ToDecoderProcess, FromFilmDecoder>(ENTRY);
  const waiting: PromiseWithResolvers<FromFilmDecoder>[] = [];
  let end: FilmDecoderEnd | null = null;
  let hasStarted = false;
  let waitedSeconds = 0;

  // Counted by the second: a machine that slept meanwhile has not waited.
  const clock = setInterval(() => {
    waitedSeconds = waiting.length > 0 ? waitedSeconds + 1 : 0;
    const most = hasStarted ? seconds : START_WITHIN_SECONDS;
    if (waitedSeconds > most) over({ kind: 'silent', seconds: most });
  }, 1000);
  clock.unref();
  const over = (how: FilmDecoderEnd) => {
    if (end) return;
    end = how;
    clearInterval(clock);
    program.kill();
    for (const each of waiting.splice(0)) each.reject(new FilmDecoderEndedError(how));
  };
  program.onMessage((answer) => {
    if (answer.kind === 'too-much-memory') over(answer);
    else waiting.shift()?.resolve(answer);
    waitedSeconds = 0;
    hasStarted = true;
  });
  program.onExit((code) => over({ kind: 'ended', code }));
  program.send({ kind: 'limit', bytes });
  return {
    get isThere() {
      return end === null;
    },
    ask(question) {
      if (end) return Promise.reject(new FilmDecoderEndedError(end));
      const answer = Promise.withResolvers<FromFilmDecoder>();
      waiting.push(answer);
      program.send(question);
      return answer.promise;
    },
    end: () => over({ kind: 'ended', code: 'SIGKILL' }),
  };
}
