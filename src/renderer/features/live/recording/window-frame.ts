import type { VideoSample } from 'mediabunny';
import type { VideoFile } from '../../../../core/recording/open-video-file.ts';

/**
 * A picture of a video file as the window's own frame, upright, in the file's own pixels.
 *
 * @param sample Closed here. @returns Whoever takes it closes it.
 */
export function windowFrame(sample: VideoSample, file: Pick<VideoFile, 'claimedLines' | 'pixelAspect'>): VideoFrame {
  if (sample.rotation !== 0 || sample.flip) return turnedUpright(sample);
  const picture = sample.toVideoFrame();
  sample.close();
  return file.claimedLines * 2 <= picture.codedHeight ? ofAllLines(picture, file.pixelAspect) : picture;
}

/**
 * Of interlaced H.264 in a transport stream the library counts half the lines, and has the picture shown at twice its
 * width.
 */
function ofAllLines(picture: VideoFrame, pixelAspect: number): VideoFrame {
  const { width, height } = picture.visibleRect ?? { width: picture.codedWidth, height: picture.codedHeight };
  const whole = new VideoFrame(picture, { displayWidth: Math.round(width * pixelAspect), displayHeight: height });
  picture.close();
  return whole;
}

/** By way of a canvas: a phone held upright records sideways and says so in the file. */
function turnedUpright(sample: VideoSample): VideoFrame {
  const { displayWidth, displayHeight, microsecondTimestamp: timestamp, microsecondDuration: duration } = sample;
  const canvas = new OffscreenCanvas(displayWidth, displayHeight);
  sample.draw(canvas.getContext('2d', { alpha: false })!, 0, 0);
  sample.close();
  return new VideoFrame(canvas, { timestamp, duration });
}
