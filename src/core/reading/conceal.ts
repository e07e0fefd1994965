import type { Frame } from '../capture/frame.ts';
import type { Box } from '../emotion/box.ts';
import type { FrameResult } from './frame-result.ts';

/**
 * What video may show of a frame: the enrolled child's head, and nothing else. Faces that are too small or too turned to be
 * found could not be hidden by finding them, so all that is not the child's head is hidden, whatever it is.
 *
 * Hidden is: replaced by a few colours, each the mean of a large patch. With 6 by 4 patches over the whole picture a face has
 * never more than those 24 colours, even where it fills the picture, and most often one or two.
 */

const COLUMNS = 6;
const ROWS = 4;

/** A face's box ends at the brows and the chin: by these shares of it, the head is larger. */
const HEAD = { above: 0.4, below: 0.15, beside: 0.2 };

/** Of others too much is hidden rather than too little: thick hair is part of a head. */
const HEAD_AND_HAIR = { above: 0.8, below: 0.3, beside: 0.4 };

/** What of a frame is shown, in its own pixels. */
export interface Shown {
  /** The child's head; null where it is not known which is the child's, so that nothing is shown. */
  readonly head: Box | null;
  /** Hidden even within it: the heads of others. */
  readonly others: readonly Box[];
}

/** The mean colours of a frame's patches: [ROWS, COLUMNS, 3], 0 to 255. */
export type Patches = Float32Array;

/** @param scale Camera pixels to one pixel of the frame. */
export function shownOf({ faces, hidden, isEnrolled, reason }: FrameResult, scale: number): Shown {
  const isSure = isEnrolled && reason !== 'unsure-who' && reason !== 'not-enrolled';
  const children = faces.filter(({ who }) => who === 'child');
  if (!isSure || children.length !== 1) return { head: null, others: [] };
  const others = [...faces.filter(({ who }) => who !== 'child').map(({ box }) => box), ...hidden];
  return {
    head: headOf(children[0]!.box, HEAD, scale),
    others: others.map((box) => headOf(box, HEAD_AND_HAIR, scale)),
  };
}

function headOf({ xPx, yPx, widthPx, heightPx }: Box, { above, below, beside }: typeof HEAD, scale: number): Box {
  return {
    xPx: (xPx - beside * widthPx) / scale,
    yPx: (yPx - above * heightPx) / scale,
    widthPx: ((1 + 2 * beside) * widthPx) / scale,
    heightPx: ((1 + above + below) * heightPx) / scale,
  };
}

/** @param frame RGBA. */
export function patchesOf({ widthPx, heightPx, data }: Frame): Patches {
  const sums = new Float32Array(ROWS * COLUMNS * 3);
  const counts = new Float32Array(ROWS * COLUMNS);
  for (let y = 0; y < heightPx; y++) {
    const row = Math.floor((y * ROWS) / heightPx);
    for (let x = 0; x < widthPx; x++) {
      const patch = row * COLUMNS + Math.floor((x * COLUMNS) / widthPx);
      const at = 4 * (y * widthPx + x);
      counts[patch]! += 1;
      for (let c = 0; c < 3; c++) sums[3 * patch + c]! += data[at + c]!;
    }
  }
  return sums.map((sum, i) => sum / counts[Math.floor(i / 3)]!);
}

/**
 * The frame with everything but what is shown replaced by its patches, blended into each other.
 *
 * @param frame RGBA; stays as it is.
 * @param patches Its own, or those of a frame shortly before: nothing else of the hidden part goes into the result.
 * @returns RGBA of the same size.
 */
export function conceal(
  { widthPx, heightPx, data }: Frame,
  patches: Patches,
  { head, others }: Shown,
): Uint8ClampedArray {
  const concealed = blended(patches, widthPx, heightPx);
  if (!head) return concealed;
  const place = clipped(head, widthPx, heightPx);
  const hidden = others.map((box) => clipped(box, widthPx, heightPx));
  for (let y = place.top; y < place.bottom; y++) {
    const inRow = hidden.filter(({ top, bottom }) => top <= y && y < bottom);
    for (let x = place.left; x < place.right; x++) {
      if (inRow.some(({ left, right }) => left <= x && x < right)) continue;
      const at = 4 * (y * widthPx + x);
      for (let c = 0; c < 3; c++) concealed[at + c] = data[at + c]!;
    }
  }
  return concealed;
}

/** Between the middles of two patches their colours are mixed. */
function blended(patches: Patches, widthPx: number, heightPx: number): Uint8ClampedArray {
  const out = new Uint8ClampedArray(4 * widthPx * heightPx);
  const across = mixes(widthPx, COLUMNS);
  const down = mixes(heightPx, ROWS);
  const row = new Float32Array(3 * COLUMNS);
  for (let y = 0; y < heightPx; y++) {
    const { from, to, share } = down[y]!;
    for (let i = 0; i < row.length; i++) {
      row[i] = patches[from * row.length + i]! * (1 - share) + patches[to * row.length + i]! * share;
    }
    for (let x = 0; x < widthPx; x++) {
      const { from: left, to: right, share: part } = across[x]!;
      const at = 4 * (y * widthPx + x);
      for (let c = 0; c < 3; c++) out[at + c] = row[3 * left + c]! * (1 - part) + row[3 * right + c]! * part;
      out[at + 3] = 255;
    }
  }
  return out;
}

/** For each pixel of a line: between which two patches it lies, and how far from the first. */
function mixes(lengthPx: number, patches: number) {
  return Array.from({ length: lengthPx }, (_, px) => {
    const at = Math.min(Math.max(((px + 0.5) * patches) / lengthPx - 0.5, 0), patches - 1);
    const from = Math.floor(at);
    return { from, to: Math.min(from + 1, patches - 1), share: at - from };
  });
}

function clipped({ xPx, yPx, widthPx, heightPx }: Box, widthOfFrame: number, heightOfFrame: number) {
  return {
    left: Math.max(0, Math.floor(xPx)),
    right: Math.min(widthOfFrame, Math.ceil(xPx + widthPx)),
    top: Math.max(0, Math.floor(yPx)),
    bottom: Math.min(heightOfFrame, Math.ceil(yPx + heightPx)),
  };
}
