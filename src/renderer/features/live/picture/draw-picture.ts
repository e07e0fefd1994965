import type { Who } from '../../../../core/capture/identity/enrolled-child.ts';
import type { Box } from '../../../../core/emotion/box.ts';
import type { FrameResult } from '../../../../core/reading/frame-result.ts';
import type { Picture } from '../vision/picture.ts';
import { labelPlace } from './label-place.ts';

const CHILD_COLOUR = '#ffd43b';
const OTHER_COLOUR = '#adb5bd';
/** Faces that are not the child's are shrunk to this and drawn large again: nobody can be made out. */
const BLURRED_PX = 6;
/** How far beyond the face's box, as a share of it. */
const BLUR_MARGIN = 0.3;

const small = new OffscreenCanvas(BLURRED_PX, BLURRED_PX);

/** The labels of faces. */
export interface PictureWords {
  readonly child: string;
  readonly tap: string;
  readonly notRead: string;
}

/** How the picture is shown. */
export interface PictureLook {
  readonly words: PictureWords;
  /** Left and right change sides, of the frame and of every box; no letter does. */
  readonly isMirrored: boolean;
}

/**
 * Draws the frame that was read, with a label on each face and other people's made unrecognisable; black when there is
 * no picture.
 */
export function drawPicture(
  canvas: HTMLCanvasElement,
  picture: Picture | null,
  { words, isMirrored }: PictureLook,
): void {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return;
  if (!picture) {
    context.clearRect(0, 0, canvas.width, canvas.height);
    return;
  }
  const { frame, result } = picture;
  if (canvas.width !== frame.displayWidth) canvas.width = frame.displayWidth;
  if (canvas.height !== frame.displayHeight) canvas.height = frame.displayHeight;
  const { width, height } = canvas;
  context.save();
  if (isMirrored) context.setTransform(-1, 0, 0, 1, width, 0);
  context.drawImage(frame, 0, 0, width, height);
  context.restore();
  const shown = (box: Box): Box => (isMirrored ? { ...box, xPx: width - box.xPx - box.widthPx } : box);
  const child = result.faces.find((face) => face.who === 'child');
  const childBox = child ? shown(child.box) : null;
  for (const box of result.hidden) blur(context, shown(box), childBox);
  for (const { box, who } of result.faces) {
    outline(context, shown(box), { text: label(who, result, words), isChild: who === 'child', childBox });
  }
}

function label(who: Who, { reason }: FrameResult, words: PictureWords): string {
  if (who === 'child') return words.child;
  const isAsked = who === 'unknown' && (reason === 'not-enrolled' || reason === 'unsure-who');
  return isAsked ? words.tap : words.notRead;
}

/**
 * Makes a face unrecognisable: all of its box, and a margin around it for hair, chin and movement until the next frame.
 * The margin spares the child's box.
 */
function blur(context: CanvasRenderingContext2D, box: Box, childBox: Box | null): void {
  const { width, height } = context.canvas;
  const area = within(grown(box, BLUR_MARGIN), width, height);
  const smallContext = small.getContext('2d', { alpha: false });
  if (!area || !smallContext) return;
  smallContext.imageSmoothingQuality = 'high';
  const { xPx, yPx, widthPx, heightPx } = area;
  smallContext.drawImage(context.canvas, xPx, yPx, widthPx, heightPx, 0, 0, BLURRED_PX, BLURRED_PX);
  const around = new Path2D();
  around.rect(0, 0, width, height);
  if (childBox) around.rect(childBox.xPx, childBox.yPx, childBox.widthPx, childBox.heightPx);
  const face = new Path2D();
  face.rect(box.xPx, box.yPx, box.widthPx, box.heightPx);
  for (const region of [around, face]) {
    context.save();
    context.clip(region, 'evenodd');
    context.drawImage(small, xPx, yPx, widthPx, heightPx);
    context.restore();
  }
}

/** The part of a box that lies in the picture, or null when none does. */
function within({ xPx, yPx, widthPx, heightPx }: Box, pictureWidthPx: number, pictureHeightPx: number): Box | null {
  const leftPx = Math.max(0, xPx);
  const topPx = Math.max(0, yPx);
  const inside = {
    xPx: leftPx,
    yPx: topPx,
    widthPx: Math.min(pictureWidthPx, xPx + widthPx) - leftPx,
    heightPx: Math.min(pictureHeightPx, yPx + heightPx) - topPx,
  };
  return inside.widthPx > 0 && inside.heightPx > 0 ? inside : null;
}

interface Outline {
  readonly text: string;
  readonly isChild: boolean;
  readonly childBox: Box | null;
}

function outline(context: CanvasRenderingContext2D, box: Box, { text, isChild, childBox }: Outline): void {
  const linePx = Math.max(2, context.canvas.width / 160);
  const fontPx = Math.max(14, context.canvas.width / 36);
  context.save();
  context.lineWidth = linePx;
  context.strokeStyle = isChild ? CHILD_COLOUR : OTHER_COLOUR;
  context.setLineDash(isChild ? [] : [3 * linePx, 2 * linePx]);
  context.strokeRect(box.xPx, box.yPx, box.widthPx, box.heightPx);
  context.font = `600 ${fontPx}px system-ui, sans-serif`;
  const widthPx = context.measureText(text).width + fontPx;
  const { width: pictureWidthPx, height: pictureHeightPx } = context.canvas;
  const { xPx, yPx } = labelPlace({
    box: { ...box, xPx: box.xPx - linePx / 2 },
    widthPx,
    heightPx: 1.5 * fontPx,
    picture: { widthPx: pictureWidthPx, heightPx: pictureHeightPx },
    keepFree: childBox,
  });
  context.fillStyle = isChild ? CHILD_COLOUR : OTHER_COLOUR;
  context.fillRect(xPx, yPx, widthPx, 1.5 * fontPx);
  context.fillStyle = '#212529';
  context.fillText(text, xPx + fontPx / 2, yPx + 1.1 * fontPx);
  context.restore();
}

function grown({ xPx, yPx, widthPx, heightPx }: Box, share: number): Box {
  return {
    xPx: xPx - share * widthPx,
    yPx: yPx - share * heightPx,
    widthPx: widthPx * (1 + 2 * share),
    heightPx: heightPx * (1 + 2 * share),
  };
}
