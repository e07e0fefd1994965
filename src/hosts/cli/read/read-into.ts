import type { NamedFace } from '../../../jobs/read/read-film.node.ts';
import type { FilmOutcome, FilmSink, ReadFilmsOptions } from '../../../jobs/read/read-films.node.ts';
import { filmDecoderLauncher } from '../../film-decoder/launch-film-decoder.ts';
import { forkUnderNode } from '../../processes/fork-under-node.ts';
import { interruption } from '../interruption.ts';
import { progressBar, sayBeside, sayJson, sayResult } from '../terminal.ts';

interface ReadIntoOptions extends Pick<ReadFilmsOptions, 'config' | 'weights' | 'keepsCrops'> {
  readonly face?: NamedFace | null;
  /** Seconds. */
  readonly from: number;
  readonly to?: number;
  readonly json: boolean;
  /** Where the readings go, for a person. */
  readonly where: string;
}

/**
 * Reads films and says what becomes of each.
 *
 * @throws Error at the end when one of them could not be read, or not to its end; when it was stopped.
 */
export async function readInto(
  sink: FilmSink,
  videos: readonly string[],
  { face = null, from, to = Number.POSITIVE_INFINITY, json, where, ...use }: ReadIntoOptions,
): Promise<void> {
  const { readFilms } = await import('../../../jobs/read/read-films.node.ts');
  const { FilmsElsewhere } = await import('../../film-decoder/films-elsewhere.ts');
  using films = new FilmsElsewhere(filmDecoderLauncher(forkUnderNode));
  using interrupted = interruption('Stopping: films that were read to their end are kept.');
  const bar = progressBar('seconds of film', { quiet: json });
  const outcomes: FilmOutcome[] = [];
  const { signal } = interrupted;
  try {
    await readFilms(videos, sink, {
      ...use,
      openFilm: (path) => films.open(path),
      face,
      fromMs: 1000 * from,
      toMs: 1000 * to,
      signal,
      events: {
        onProgress: (doneMs, totalMs) => bar.update(Math.round(doneMs / 1000), Math.round(totalMs / 1000)),
        onFilm(outcome) {
          outcomes.push(outcome);
          sayBeside(outcomeText(outcome));
        },
      },
    });
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Error('stopped; call it again to go on with the films that are left', { cause: error });
  } finally {
    bar.stop();
  }
  const read = outcomes.filter(({ kind }) => kind === 'read').length;
  const again = outcomes.filter(({ kind }) => kind === 'again').length;
  const faulty = outcomes.filter((each) => each.kind !== 'again' && 'problem' in each && each.problem !== null).length;
  if (json) sayJson({ where, films: outcomes });
  else sayResult(`Read ${read} of ${videos.length} films into ${where}${again ? `, ${again} were read before` : ''}`);
  if (faulty > 0) throw new Error(`${faulty} of ${videos.length} films could not be read, or not to their end`);
}

function outcomeText(outcome: FilmOutcome): string {
  const { path } = outcome;
  if (outcome.kind === 'failed') return `${path}: ${outcome.problem}`;
  if (outcome.kind === 'again') return `${path}: read before, its content is known`;
  const { readings, pictures, lengthMs, speed, chosen, problem } = outcome;
  const facts =
    `${path}: ${readings} readings of ${pictures} pictures in ${(lengthMs / 1000).toFixed(1)} s of film, ` +
    `${speed.toFixed(1)} times as fast as it plays; read is the face at ${chosen.xPx},${chosen.yPx} ` +
    `at ${(chosen.atMs / 1000).toFixed(1)} s`;
  return problem ? `${facts}. But ${problem}` : facts;
}
