import { openAsBlob } from 'node:fs';
import { BlobSource } from 'mediabunny';
import type { Frame } from '../capture/frame.ts';
import { decodedPlanes } from './decoded-planes.ts';
import { openVideoFile, type Span, type VideoFile } from './open-video-file.ts';
import { uprightFrame } from './upright-frame.ts';

/** Wider pictures are shrunk to this before they are read, as the window does: the nets see at most 224 pixels. */
const MOST_WIDTH_PX = 640;

/** A video file that is read without a window. */
export interface Film {
  readonly durationMs: number;
  /** Where a player's clock stands at the first picture. */
  readonly originMs: number;
  /** Its pictures in order, upright. */
  pictures(span?: Span): AsyncGenerator<FilmPicture, void>;
}

export interface FilmPicture {
  readonly frame: Frame;
  /** How many of the film's pixels one of the frame's stands for. */
  readonly scale: number;
  /** Since the first picture that a player shows. */
  readonly atMs: number;
}

/** The decoder is not installed: it is an optional package, and there is none for every machine. */
export class NoDecoderError extends Error {
  constructor(cause: unknown) {
    super(
      'what decodes video files is not installed here: the optional package @napi-rs/webcodecs was expected. In a checkout ' +
        '"npm ci" brings it where it has a build for the system; an installed program does not have it',
      { cause },
    );
    this.name = 'NoDecoderError';
  }
}

/**
 * Opens a video file.
 *
 * @throws NoDecoderError, VideoFileError, or what the system says of a file that cannot be opened.
 */
export async function openFilm(path: string): Promise<Film> {
  await loadDecoder();
  const blob = await openAsBlob(path);
  using _ = awake();
  const file = await openVideoFile(blob, new BlobSource(blob));
  return { durationMs: file.durationMs, originMs: file.originMs, pictures: (span) => picturesOf(file, span) };
}

async function* picturesOf(file: VideoFile, span: Span | undefined): AsyncGenerator<FilmPicture, void> {
  using _ = awake();
  for await (const { sample, atMs } of file.pictures(span)) {
    const { rotation, flip, displayWidth, displayHeight } = sample;
    const planes = await decodedPlanes(sample, file.colours);
    const { widthPx, heightPx } = planes.planes[0];
    sample.close();
    // As the window does: of interlaced pictures in a transport stream the library counts half the lines.
    const isMiscounted = file.claimedLines * 2 <= heightPx;
    const size = isMiscounted
      ? { displayWidthPx: Math.round(widthPx * file.pixelAspect), displayHeightPx: heightPx }
      : { displayWidthPx: displayWidth, displayHeightPx: displayHeight };
    yield { ...uprightFrame(planes, { ...size, rotation, isFlipped: flip }, MOST_WIDTH_PX), atMs };
  }
}

/** The library takes the decoder from where a browser has its own. */
async function loadDecoder(): Promise<void> {
  try {
    await import('@napi-rs/webcodecs/polyfill');
  } catch (error) {
    throw new NoDecoderError(error);
  }
}

/** The decoder works in threads that the event loop does not know of: without a timer Node ends in the middle. */
function awake(): Disposable {
  const timer = setInterval(() => {}, 1000);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
