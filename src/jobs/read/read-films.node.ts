import { basename } from 'node:path';
import { loadFaceNetsFromPackage } from '../../core/capture/nets/face-nets.node.ts';
import type { Gap } from '../../core/emotion/gap.ts';
import type { Sample } from '../../core/emotion/sample.ts';
import { startWasm } from '../../core/engine/wasm.node.ts';
import { loadClassifier } from '../../core/inference/classify.ts';
import { type Film, NoDecoderError } from '../../core/recording/film.node.ts';
import { VideoFileError, type VideoFileProblem } from '../../core/recording/open-video-file.ts';
import type { ModelConfig } from '../../core/registry/model-config.ts';
import { filmDigest } from './film-digest.node.ts';
import { type FilmPiece, type NamedFace, readFilm } from './read-film.node.ts';

/** What was read of which film, by which model. */
export interface ReadFilm extends FilmPart {
  readonly name: string;
  /** Where a player's clock stands at the first picture. */
  readonly originMs: number;
  readonly chosen: NamedFace;
  readonly samples: readonly Sample[];
  readonly gaps: readonly Gap[];
  readonly crops: FilmPiece['crops'];
}

/** A part of a film, known by its content. */
export interface FilmPart {
  readonly sha256: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Where readings go. */
export interface FilmSink {
  /** Whether it has the same part of the same film, read by this model, already. */
  has(part: FilmPart): boolean;
  add(film: ReadFilm): Promise<void>;
}

export interface ReadFilmsOptions {
  readonly config: ModelConfig;
  readonly weights: Uint8Array;
  readonly face: NamedFace | null;
  readonly fromMs: number;
  /** Infinity: to each film's end. */
  readonly toMs: number;
  readonly keepsCrops: boolean;
  /** As core's openFilm; handed in, since whoever decodes in its own process can be ended by a film. */
  readonly openFilm: (path: string) => Promise<Film>;
  readonly signal: AbortSignal;
  readonly events: ReadFilmsEvents;
}

export interface ReadFilmsEvents {
  /** How much of all films has been read, in milliseconds of film. */
  onProgress(doneMs: number, totalMs: number): void;
  onFilm(outcome: FilmOutcome): void;
}

/**
 * What became of a film: read; again: it was read before; failed: in words. A film that is cut off is read and has a
 * problem.
 */
export type FilmOutcome =
  | {
      readonly kind: 'read';
      readonly path: string;
      readonly readings: number;
      readonly pictures: number;
      readonly lengthMs: number;
      /** How many times as fast as it plays. */
      readonly speed: number;
      readonly chosen: NamedFace;
      readonly problem: string | null;
    }
  | { readonly kind: 'again'; readonly path: string }
  | { readonly kind: 'failed'; readonly path: string; readonly problem: string };

interface Opened {
  readonly path: string;
  readonly film: Film;
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Reads films one after the other. One that cannot be read stops none of the others.
 *
 * @throws What the sink throws, and the signal's reason.
 */
export async function readFilms(paths: readonly string[], sink: FilmSink, options: ReadFilmsOptions): Promise<void> {
  const { config, weights, signal, events } = options;
  await startWasm();
  const nets = await loadFaceNetsFromPackage();
  const classifier = loadClassifier(config, weights);
  try {
    const opened: Opened[] = [];
    for (const path of paths) {
      const film = await openPart(path, options);
      if (typeof film === 'string') events.onFilm({ kind: 'failed', path, problem: film });
      else opened.push(film);
    }
    const totalMs = opened.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
    let beforeMs = 0;
    for (const each of opened) {
      const outcome = await readOne(each, sink, {
        ...options,
        nets,
        classifier,
        onAtMs: (atMs) => events.onProgress(beforeMs + atMs - each.fromMs, totalMs),
      });
      signal.throwIfAborted();
      beforeMs += each.toMs - each.fromMs;
      events.onProgress(beforeMs, totalMs);
      events.onFilm(outcome);
    }
  } finally {
    classifier.dispose();
    nets.dispose();
  }
}

/** @returns What is wrong, in words, where it cannot be opened. */
async function openPart(path: string, { fromMs, toMs, openFilm }: ReadFilmsOptions): Promise<Opened | string> {
  try {
    const film = await openFilm(path);
    const part = { path, film, fromMs, toMs: Math.min(toMs, film.durationMs) };
    return part.fromMs < part.toMs
      ? part
      : `it ends at ${(film.durationMs / 1000).toFixed(1)} s, and is to be read from ${fromMs / 1000} s on`;
  } catch (error) {
    if (error instanceof NoDecoderError) throw error;
    return problemText(error);
  }
}

type ReadOneOptions = ReadFilmsOptions &
  Pick<Parameters<typeof readFilm>[1], 'nets' | 'classifier'> & { readonly onAtMs: (atMs: number) => void };

async function readOne(
  { path, film, fromMs, toMs }: Opened,
  sink: FilmSink,
  use: ReadOneOptions,
): Promise<FilmOutcome> {
  const part = { sha256: await filmDigest(path), fromMs, toMs };
  if (sink.has(part)) return { kind: 'again', path };
  const samples: Sample[] = [];
  const gaps: Gap[] = [];
  const crops: FilmPiece['crops'][number][] = [];
  let pictures = 0;
  let chosen: NamedFace | null = null;
  let problem: string | null = null;
  let endMs = toMs;
  const beganMs = performance.now();
  try {
    for await (const piece of readFilm(film, { ...use, span: { fromMs, toMs } })) {
      samples.push(...piece.samples);
      gaps.push(...piece.gaps);
      crops.push(...piece.crops);
      pictures += piece.pictures;
      chosen = piece.chosen;
      endMs = piece.atMs;
      use.onAtMs(piece.atMs);
    }
  } catch (error) {
    use.signal.throwIfAborted();
    problem = problemText(error);
    if (!chosen || !(error instanceof VideoFileError)) return { kind: 'failed', path, problem };
  }
  if (!chosen) return { kind: 'failed', path, problem: 'it holds no picture' };
  const speed = (endMs - fromMs) / (performance.now() - beganMs);
  const name = basename(path);
  await sink.add({ ...part, toMs: endMs, name, originMs: film.originMs, chosen, samples, gaps, crops });
  return { kind: 'read', path, readings: samples.length, pictures, lengthMs: endMs - fromMs, speed, chosen, problem };
}

const CONVERT = 'convert it to H.264 (MP4), with HandBrake or by ffmpeg -i FILM -c:v libx264 FILM.mp4';

const PROBLEMS: Readonly<Record<VideoFileProblem, string>> = {
  'not-a-video': 'it is not a video that can be read: an MP4, MOV, WebM, MKV or MTS file was expected',
  'no-pictures': 'it holds no moving pictures, only sound or text',
  'other-container': `it is held in a way that is not taken apart here: ${CONVERT}`,
  'cannot-decode': `it cannot be decoded here: ${CONVERT}`,
  edited:
    'it has been edited so that a player leaves pieces out, repeats them or plays them at another speed: save it anew as a ' +
    'video of its own',
  unfinished: 'it was never finished, or not wholly copied: its index is missing. Copy it again',
  cut: 'it is cut off: what is there was read. Copy it again',
};

function problemText(error: unknown): string {
  if (!(error instanceof VideoFileError)) return error instanceof Error ? error.message : String(error);
  if (!error.codec) return PROBLEMS[error.problem];
  const what =
    error.problem === 'other-container' ? `it is ${error.codec}` : `its pictures are coded as ${error.codec}`;
  return `${what}. ${PROBLEMS[error.problem]}`;
}
