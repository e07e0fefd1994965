import { FaceFinder } from '../../../../core/capture/face-finder.ts';
import { chooseBackend } from '../vision/choose-backend.ts';
import { FAINTEST_SCORE } from '../vision/frame-reader.ts';
import { createGrabber } from '../vision/grab-pixels.ts';
import { readFaceWeights } from '../vision/read-face-weights.ts';
import { openVideoFile, type VideoFile, VideoFileError } from './open-video-file.ts';
import type { FromScout, ToScout } from './scout-messages.ts';

/**
 * Goes ahead of the worker that reads a film: decodes its pictures and looks for faces in them. That is half of the work, and
 * none of it depends on whose the faces are, so that both halves run side by side.
 */

const post = (message: FromScout, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

/** Pictures that the reader has asked for. */
let wanted = 0;
let isWanted: (() => void) | null = null;

self.addEventListener('message', ({ data }: MessageEvent<ToScout>) => {
  if (data.kind === 'open') open(data.file).catch(fail);
  else {
    wanted++;
    isWanted?.();
  }
});

async function open(file: Blob): Promise<void> {
  const film = await openVideoFile(file);
  post({ kind: 'opened', durationMs: film.durationMs });
  await scout(film);
  post({ kind: 'ended' });
}

async function scout(film: VideoFile): Promise<void> {
  const { nets } = await chooseBackend(readFaceWeights);
  const finder = new FaceFinder(nets);
  const grab = createGrabber();
  for await (const { picture, atMs } of film.frames()) {
    await untilWanted();
    const grabbed = await grab(picture);
    const found = await finder.find(grabbed.frame, FAINTEST_SCORE);
    post({ kind: 'scouted', picture, grabbed, found, atMs }, [picture, grabbed.frame.data.buffer as ArrayBuffer]);
  }
}

async function untilWanted(): Promise<void> {
  while (wanted === 0) {
    await new Promise<void>((resolve) => {
      isWanted = resolve;
    });
  }
  wanted--;
}

function fail(error: unknown): void {
  if (error instanceof VideoFileError) post({ kind: 'unreadable', problem: error.problem, codec: error.codec });
  else post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
}
