import type { Frame } from '../../../../core/capture/frame.ts';
import { decodedPlanes, isKnownFormat } from '../../../../core/recording/decoded-planes.ts';
import { uprightFrame } from '../../../../core/recording/upright-frame.ts';
import { failure } from '../../../../core/words/failure.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';

/** Wider frames are shrunk to this before they are read: the nets see at most 224 pixels. */
const MOST_WIDTH_PX = 640;

/** A camera frame as plain pixels, and how many of the camera's pixels one of its pixels stands for. */
export interface Grabbed {
  readonly frame: Frame;
  readonly scale: number;
}

/** Newer browsers say of a frame how it is turned; the DOM types do not know it yet. */
type TurnedFrame = VideoFrame & { readonly rotation?: number; readonly flip?: boolean };

/**
 * @returns A function that turns camera frames into pixels; it does not close the frames.
 *
 * A frame that is not shrunk is copied as it is. Of a wide one the browser, whichever way it is asked, first turns all pixels
 * into red, green and blue and then shrinks them, which takes four times as long as all else; so its planes of luma and colour
 * are copied and shrunk, as the command line does it, and only what is left is turned into colours.
 */
export function createGrabber(): (picture: VideoFrame) => Promise<Grabbed> {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) throw new FailureError(failure('window.no-canvas'));
  return async (picture: TurnedFrame) => {
    const scale = Math.max(1, picture.displayWidth / MOST_WIDTH_PX);
    const widthPx = Math.round(picture.displayWidth / scale);
    const heightPx = Math.round(picture.displayHeight / scale);
    const { width, height } = picture.visibleRect ?? { width: 0, height: 0 };
    if (width === widthPx && height === heightPx) {
      const data = new Uint8ClampedArray(4 * widthPx * heightPx);
      await picture.copyTo(data, { format: 'RGBA' });
      return { frame: { widthPx, heightPx, channels: 4, data }, scale };
    }
    if (scale > 1 && !picture.rotation && !picture.flip && isKnownFormat(picture.format)) {
      const { matrix, fullRange } = picture.colorSpace;
      const planes = await decodedPlanes(picture, { matrix, isFullRange: fullRange });
      const shown = { displayWidthPx: picture.displayWidth, displayHeightPx: picture.displayHeight };
      return uprightFrame(planes, { ...shown, rotation: 0, isFlipped: false }, MOST_WIDTH_PX);
    }
    if (canvas.width !== widthPx) canvas.width = widthPx;
    if (canvas.height !== heightPx) canvas.height = heightPx;
    context.drawImage(picture, 0, 0, widthPx, heightPx);
    const { data } = context.getImageData(0, 0, widthPx, heightPx);
    return { frame: { widthPx, heightPx, channels: 4, data }, scale };
  };
}
