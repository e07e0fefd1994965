import sharp, { type Sharp } from 'sharp';
import type { Frame } from '../../src/core/capture/frame.ts';

/** What a camera at the bedside gives. */
export const SCENE = { widthPx: 640, heightPx: 480 } as const;

/** Height of the picture in the scene: a face of the cohort is then as wide as the clip's, some 180 pixels. */
const PICTURE_PX = 320;

/** A portrait as a camera frame: in the middle, its edge going on to the frame's. */
export async function sceneOf(portrait: Frame): Promise<Frame> {
  const picture = await imageOf(portrait).resize(PICTURE_PX, PICTURE_PX, { fit: 'fill' }).png().toBuffer();
  return centred(picture, PICTURE_PX, PICTURE_PX);
}

/**
 * The same scene from further away.
 *
 * @param scale Above 0, at most 1.
 */
export async function fromAfar(frame: Frame, scale: number): Promise<Frame> {
  const widthPx = Math.round(SCENE.widthPx * scale);
  const heightPx = Math.round(SCENE.heightPx * scale);
  const small = await imageOf(frame).resize(widthPx, heightPx, { fit: 'fill' }).png().toBuffer();
  return centred(small, widthPx, heightPx);
}

/** A frame as an image to be worked on. */
export function imageOf({ data, widthPx, heightPx, channels }: Frame): Sharp {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels } });
}

/** An image as a frame. @throws RangeError when it has not the scene's size. */
export async function frameOf(image: Sharp): Promise<Frame> {
  const { data, info } = await image.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new RangeError(`an image of 3 channels was expected; found ${info.channels}`);
  return { widthPx: info.width, heightPx: info.height, channels: 3, data };
}

function centred(picture: Buffer, widthPx: number, heightPx: number): Promise<Frame> {
  const left = Math.floor((SCENE.widthPx - widthPx) / 2);
  const top = Math.floor((SCENE.heightPx - heightPx) / 2);
  const right = SCENE.widthPx - widthPx - left;
  const bottom = SCENE.heightPx - heightPx - top;
  return frameOf(sharp(picture).extend({ left, top, right, bottom, extendWith: 'copy' }));
}
