import type { Frame } from '../../capture/frame.ts';
import type { DetectedFace, FaceNets } from '../../capture/nets/face-nets.ts';
import type { Square } from '../../capture/sample-square.ts';
import { type Box, intersectionOverUnion } from '../../emotion/box.ts';

/**
 * The detector sees a picture in 224 pixels, in which a face of 5 % of a large still is 11 pixels wide and is not found. So
 * squares of a third, then of a sixth of its longer side are looked at, which overlap by half: a face that is cut by the
 * edge of one lies whole in another.
 */
const DIVISORS = [3, 6];
/** Smaller squares would only be blown up. */
const LEAST_SIDE_PX = 224;
/**
 * Many squares give the detector many chances to be wrong. Of eight cohort faces of 5 % each scores 0.77 or more in a square
 * of a sixth; noise and plain walls score nothing.
 */
const LEAST_SCORE = 0.6;
/** Two finds that overlap this much are one face. */
const ONE_FACE = 0.3;
/** Share of a square's side within which a find that touches it is taken to be cut. */
const EDGE = 0.02;

/** Every face that the squares show, the surest first; each once. Both sizes are looked at, since one may show one of two faces. */
export async function detectInTiles(nets: FaceNets, frame: Frame): Promise<DetectedFace[]> {
  const longerPx = Math.max(frame.widthPx, frame.heightPx);
  const sidesPx = DIVISORS.map((divisor) => longerPx / divisor).filter((sidePx) => sidePx >= LEAST_SIDE_PX);
  const found: DetectedFace[] = [];
  for (const square of sidesPx.flatMap((sidePx) => [...squares(frame, sidePx)])) {
    const faces = await nets.detect(frame, square, LEAST_SCORE);
    found.push(...faces.filter(({ box }) => !isCut(box, square, frame)));
  }
  return eachOnce(found);
}

function* squares({ widthPx, heightPx }: Frame, sidePx: number): Generator<Square> {
  for (const yPx of starts(heightPx, sidePx)) for (const xPx of starts(widthPx, sidePx)) yield { xPx, yPx, sidePx };
}

/** Where squares begin along a side, so that they overlap by half or more and the last one ends with it. */
function starts(lengthPx: number, sidePx: number): number[] {
  const steps = Math.max(0, Math.ceil((lengthPx - sidePx) / (sidePx / 2)));
  return Array.from({ length: steps + 1 }, (_, step) => (steps === 0 ? 0 : (step * (lengthPx - sidePx)) / steps));
}

/** Whether a box reaches the edge of its square where the picture goes on. */
function isCut({ xPx, yPx, widthPx, heightPx }: Box, square: Square, frame: Frame): boolean {
  const edgePx = EDGE * square.sidePx;
  const [right, bottom] = [square.xPx + square.sidePx, square.yPx + square.sidePx];
  return (
    (square.xPx > 0 && xPx < square.xPx + edgePx) ||
    (square.yPx > 0 && yPx < square.yPx + edgePx) ||
    (right < frame.widthPx && xPx + widthPx > right - edgePx) ||
    (bottom < frame.heightPx && yPx + heightPx > bottom - edgePx)
  );
}

function eachOnce(found: readonly DetectedFace[]): DetectedFace[] {
  const kept: DetectedFace[] = [];
  for (const face of found.toSorted((a, b) => b.score - a.score)) {
    if (!kept.some(({ box }) => intersectionOverUnion(box, face.box) > ONE_FACE)) kept.push(face);
  }
  return kept;
}
