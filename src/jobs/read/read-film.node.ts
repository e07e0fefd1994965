import type { FaceNets } from '../../core/capture/nets/face-nets.ts';
import type { Box } from '../../core/emotion/box.ts';
import type { Gap } from '../../core/emotion/gap.ts';
import type { Sample } from '../../core/emotion/sample.ts';
import type { Classifier } from '../../core/inference/classify.ts';
import { FrameReader } from '../../core/reading/frame-reader.ts';
import type { EnrolmentOutcome, FrameResult } from '../../core/reading/frame-result.ts';
import { STANDS_STILL_AFTER_MS } from '../../core/reading/standing-picture.ts';
import type { Film } from '../../core/recording/film.node.ts';
import type { Span } from '../../core/recording/open-video-file.ts';
import { MAX_HOLD_MS } from '../../core/timeline/covered-time.ts';
import { GapRecorder } from '../../core/timeline/gap-recorder.ts';

/** Results are handed on in pieces of this many pictures. */
const PICTURES_A_PIECE = 120;

/** A face that was named but cannot be made out is looked for again for this long. */
const LOOKED_FOR_MS = 1000;

/** Where a face is: in the film's own pixels, at a time of the film. */
export interface NamedFace {
  readonly xPx: number;
  readonly yPx: number;
  readonly atMs: number;
}

export interface ReadFilmOptions {
  readonly nets: FaceNets;
  readonly classifier: Classifier;
  /** Whose face is read; null: the first that is alone in view. */
  readonly face: NamedFace | null;
  /** Pictures of the face are handed out. */
  readonly keepsCrops: boolean;
  /** The part of the film that is read; undefined: all of it. */
  readonly span?: Span | undefined;
  readonly signal: AbortSignal;
}

/** What some pictures showed, in the order of time. */
export interface FilmPiece {
  /** How far the film has been read. */
  readonly atMs: number;
  readonly samples: readonly Sample[];
  readonly gaps: readonly Gap[];
  readonly crops: readonly { readonly atMs: number; readonly grey: Uint8Array<ArrayBuffer> }[];
  readonly pictures: number;
  /** The face that is read, where it was when it was chosen; null while nobody is. */
  readonly chosen: NamedFace | null;
}

/** Nobody in a film could be chosen: it says who is there. */
export class NobodyChosenError extends Error {}

/**
 * Reads the pictures of a film with the live session's own FrameReader, as the window does. Other faces than the chosen
 * one are never read.
 *
 * @throws NobodyChosenError at the film's end when no face was alone in view, or where the named one is not found;
 *   VideoFileError of a film that is cut off, after what could be read.
 */
export async function* readFilm(film: Film, options: ReadFilmOptions): AsyncGenerator<FilmPiece, void> {
  const { nets, classifier, keepsCrops, span, signal } = options;
  const reader = new FrameReader({
    nets,
    classifier,
    enrolOnlyFace: options.face === null,
    keepsCrops,
    isCoded: true,
  });
  const choice = new Choice(options.face, reader);
  const piece = new Piece();
  let lastMs: number | null = null;
  const endMs = Math.min(film.durationMs, span?.toMs ?? film.durationMs);
  try {
    for await (const { frame, scale, atMs } of film.pictures(span)) {
      signal.throwIfAborted();
      choice.picture(atMs);
      const result = await reader.read(frame, scale, atMs);
      choice.result(result);
      if (lastMs !== null) piece.explain(lastMs, atMs);
      piece.add(result);
      lastMs = atMs;
      if (piece.pictures === PICTURES_A_PIECE) yield piece.take(atMs, choice.chosen);
    }
  } catch (error) {
    // What could be read of a film that is cut off comes before its error.
    if (!signal.aborted && lastMs !== null && choice.chosen) yield piece.end(lastMs, choice.chosen);
    throw error;
  }
  if (!choice.chosen) throw new NobodyChosenError(choice.whoIsThere());
  if (lastMs !== null) piece.explain(lastMs, endMs);
  yield piece.end(endMs, choice.chosen);
}

/** Chooses whose face is read, and remembers who was there. */
class Choice {
  chosen: NamedFace | null = null;
  readonly #face: NamedFace | null;
  readonly #reader: FrameReader;
  #outcome: EnrolmentOutcome | null = null;
  /** The first picture with several faces, and the last look for a face that was named. */
  #crowd: Pick<FrameResult, 'faces' | 'atMs'> | null = null;
  #looked: Pick<FrameResult, 'faces' | 'atMs'> | null = null;
  #hasSeenFaces = false;

  constructor(face: NamedFace | null, reader: FrameReader) {
    this.#face = face;
    this.#reader = reader;
  }

  /** Before a picture is read. */
  picture(atMs: number): void {
    if (!this.#face || this.chosen || atMs < this.#face.atMs - 0.5) return;
    const { xPx, yPx } = this.#face;
    this.#reader.enrol({ by: 'tap', xPx, yPx }, (outcome) => {
      this.#outcome = outcome;
    });
  }

  /** @throws NobodyChosenError when the named face is not found. */
  result({ faces, isEnrolled, atMs }: FrameResult): void {
    if (this.chosen) return;
    if (isEnrolled) {
      const child = faces.find(({ who }) => who === 'child');
      this.chosen = { ...(child ? middleOf(child.box) : (this.#face ?? { xPx: 0, yPx: 0 })), atMs };
      return;
    }
    this.#hasSeenFaces ||= faces.length > 0;
    if (faces.length > 1) this.#crowd ??= { faces, atMs };
    if (!this.#face || this.#outcome === null) return;
    this.#looked ??= { faces, atMs };
    if (atMs - this.#face.atMs >= LOOKED_FOR_MS) throw new NobodyChosenError(this.#notFound());
  }

  whoIsThere(): string {
    if (this.#face) return this.#looked ? this.#notFound() : 'the film ends before the moment that --face names';
    if (this.#crowd) {
      return (
        'no face is ever alone in view, so that nobody was read; ' +
        `${facesText(this.#crowd)}. Say whose is meant with --face X,Y@SECONDS`
      );
    }
    return this.#hasSeenFaces ? 'the only face in view could never be made out' : 'no face was found in any picture';
  }

  #notFound(): string {
    const why = this.#outcome === 'unclear' ? 'the face there cannot be made out' : 'no face is there';
    return `${why}: ${this.#face!.xPx},${this.#face!.yPx} was named; ${facesText(this.#looked!)}`;
  }
}

/** "at 3.2 s there are faces at 120,80 and 400,90" */
function facesText({ faces, atMs }: Pick<FrameResult, 'faces' | 'atMs'>): string {
  const places = faces.map(({ box }) => {
    const { xPx, yPx } = middleOf(box);
    return `${xPx},${yPx}`;
  });
  const at = `at ${(atMs / 1000).toFixed(1)} s`;
  if (places.length === 0) return `${at} there is no face`;
  if (places.length === 1) return `${at} there is a face at ${places[0]}`;
  return `${at} there are faces at ${places.slice(0, -1).join(', ')} and ${places.at(-1)}`;
}

function middleOf({ xPx, yPx, widthPx, heightPx }: Box): { xPx: number; yPx: number } {
  return { xPx: Math.round(xPx + widthPx / 2), yPx: Math.round(yPx + heightPx / 2) };
}

/** Collects what pictures showed. */
class Piece {
  pictures = 0;
  readonly #gaps = new GapRecorder();
  #samples: Sample[] = [];
  #crops: { atMs: number; grey: Uint8Array<ArrayBuffer> }[] = [];

  add({ sample, reason, crop, atMs }: FrameResult): void {
    this.pictures++;
    if (!sample) {
      this.#gaps.missing(atMs, reason);
      return;
    }
    this.#samples.push(sample);
    this.#gaps.reading(atMs);
    if (crop) this.#crops.push({ atMs, grey: crop });
  }

  /** A face is known for a quarter of a second: what is left until the next picture is time without a reading. */
  explain(sinceMs: number, atMs: number): void {
    const reason = atMs - sinceMs < STANDS_STILL_AFTER_MS ? 'few-pictures' : 'picture-still';
    this.#gaps.between(sinceMs + MAX_HOLD_MS, atMs, reason);
  }

  take(atMs: number, chosen: NamedFace | null): FilmPiece {
    const piece = { atMs, samples: this.#samples, gaps: this.#gaps.take(), crops: this.#crops };
    const { pictures } = this;
    this.#samples = [];
    this.#crops = [];
    this.pictures = 0;
    return { ...piece, pictures, chosen };
  }

  end(atMs: number, chosen: NamedFace): FilmPiece {
    this.#gaps.close(atMs);
    return this.take(atMs, chosen);
  }
}
