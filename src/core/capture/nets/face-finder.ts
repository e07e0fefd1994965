import type { Box } from '../../emotion/box.ts';
import type { Frame } from '../frame.ts';
import type { Square } from '../sample-square.ts';
import type { DetectedFace, FaceNets } from './face-nets.ts';

/** A find of at least this score is a face; fainter ones are only handed on. */
const FACE_SCORE = 0.5;

/** The second look's square, as a share of the frame's longer side: a face is over three times as large as at first. */
const CLOSER = 0.3;

/** From one square to the next, in sides: they overlap by as much as a face that the first look misses is wide. */
const STRIDE = 0.7;

/**
 * Finds faces near and far.
 *
 * The detector sees the whole frame in 224 pixels and finds no face that is narrower than some 80 pixels of a frame of
 * 640 (docs/quality.md). A frame in which it finds none leaves time for a second, closer look, since there is nothing
 * to read in it: first where a face was found last, else at the next of twenty overlapping squares. So a small face is
 * found at once where it was near before, elsewhere within twenty frames, and then in every frame; a face that is near
 * costs nothing more.
 */
export class FaceFinder {
  readonly #nets: Pick<FaceNets, 'detect'>;
  #lastPlace: Box | null = null;
  #next = 0;

  constructor(nets: Pick<FaceNets, 'detect'>) {
    this.#nets = nets;
  }

  /**
   * @param leastScore Fainter finds are left out.
   * @returns As {@link FaceNets.detect}.
   */
  async find(frame: Frame, leastScore = FACE_SCORE): Promise<DetectedFace[]> {
    const found = await this.#nets.detect(frame, undefined, leastScore);
    if (found.some(isFace)) {
      this.#lastPlace = found.find(isFace)?.box ?? null;
      return found;
    }
    const closer = await this.#nets.detect(frame, this.#whereToLook(frame), leastScore);
    this.#lastPlace = closer.find(isFace)?.box ?? null;
    return this.#lastPlace ? closer : found;
  }

  #whereToLook(frame: Frame): Square {
    const sidePx = CLOSER * Math.max(frame.widthPx, frame.heightPx);
    if (this.#lastPlace) {
      const { xPx, yPx, widthPx, heightPx } = this.#lastPlace;
      return { xPx: xPx + (widthPx - sidePx) / 2, yPx: yPx + (heightPx - sidePx) / 2, sidePx };
    }
    const squares = squaresOver(frame, sidePx);
    this.#next = (this.#next + 1) % squares.length;
    return squares[this.#next]!;
  }
}

function isFace({ score }: DetectedFace): boolean {
  return score >= FACE_SCORE;
}

/** Overlapping squares that cover the frame. */
function squaresOver({ widthPx, heightPx }: Frame, sidePx: number): Square[] {
  const along = (lengthPx: number) => {
    const restPx = Math.max(0, lengthPx - sidePx);
    const steps = Math.ceil(restPx / (STRIDE * sidePx));
    return Array.from({ length: steps + 1 }, (_, step) => (steps === 0 ? 0 : (step * restPx) / steps));
  };
  return along(heightPx).flatMap((yPx) => along(widthPx).map((xPx) => ({ xPx, yPx, sidePx })));
}
