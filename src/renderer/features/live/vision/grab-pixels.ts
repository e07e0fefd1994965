import type { Frame } from '../../../../core/capture/frame.ts';
import { failure } from '../../../../core/words/failure.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';

/** Wider frames are shrunk to this before they are read: the nets see at most 224 pixels. */
const MOST_WIDTH_PX = 640;

/** A camera frame as plain pixels, and how many of the camera's pixels one of its pixels stands for. */
export interface Grabbed {
  readonly frame: Frame;
  readonly scale: number;
}

/** @returns A function that turns camera frames into pixels; it does not close the frames. */
export function createGrabber(): (picture: VideoFrame) => Promise<Grabbed> {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) throw new FailureError(failure('window.no-canvas'));
  return async (picture) => {
    const scale = Math.max(1, picture.displayWidth / MOST_WIDTH_PX);
    const widthPx = Math.round(picture.displayWidth / scale);
    const heightPx = Math.round(picture.displayHeight / scale);
    // For a frame that is not shrunk, the same bytes come in half the time without the canvas.
    const { width, height } = picture.visibleRect ?? { width: 0, height: 0 };
    if (width === widthPx && height === heightPx) {
      const data = new Uint8ClampedArray(4 * widthPx * heightPx);
      await picture.copyTo(data, { format: 'RGBA' });
      return { frame: { widthPx, heightPx, channels: 4, data }, scale };
    }
    if (canvas.width !== widthPx) canvas.width = widthPx;
    if (canvas.height !== heightPx) canvas.height = heightPx;
    context.drawImage(picture, 0, 0, widthPx, heightPx);
    const { data } = context.getImageData(0, 0, widthPx, heightPx);
    return { frame: { widthPx, heightPx, channels: 4, data }, scale };
  };
}
