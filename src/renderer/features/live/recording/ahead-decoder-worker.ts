import { FaceFinder } from '../../../../core/capture/nets/face-finder.ts';
import { FAINTEST_SCORE } from '../../../../core/reading/frame-reader.ts';
import { windowFailure } from '../../../ui/window-failure.ts';
import { chooseBackend } from '../vision/choose-backend.ts';
import { createGrabber } from '../vision/grab-pixels.ts';
import { readFaceWeights } from '../vision/read-face-weights.ts';
import type { FromDecoder, ToDecoder } from './ahead-decoder-messages.ts';
import { openVideoFile, type VideoFile, VideoFileError } from './open-video-file.ts';

/**
 * Goes ahead of the worker that reads a recording: decodes its pictures and looks for faces in them. That is half of the work, and
 * none of it depends on whose the faces are, so that both halves run side by side.
 */

const post = (message: FromDecoder, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

/** Pictures that the reader has asked for. */
let wanted = 0;
let isWanted: (() => void) | null = null;

self.addEventListener('message', ({ data }: MessageEvent<ToDecoder>) => {
  if (data.kind === 'open') open(data.file).catch(fail);
  else {
    wanted++;
    isWanted?.();
  }
});

async function open(file: Blob): Promise<void> {
  const recording = await openVideoFile(file);
  post({ kind: 'opened', durationMs: recording.durationMs });
  await decodeAhead(recording);
  post({ kind: 'ended' });
}

async function decodeAhead(recording: VideoFile): Promise<void> {
  const { nets } = await chooseBackend(readFaceWeights);
  const finder = new FaceFinder(nets);
  const grab = createGrabber();
  for await (const { picture, atMs } of recording.frames()) {
    await untilWanted();
    const grabbed = await grab(picture);
    const found = await finder.find(grabbed.frame, FAINTEST_SCORE);
    post({ kind: 'decoded', picture, grabbed, found, atMs }, [picture, grabbed.frame.data.buffer as ArrayBuffer]);
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
  else post({ kind: 'failed', failure: windowFailure(error) });
}
