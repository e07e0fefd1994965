import { BlobSource } from 'mediabunny';
import { FaceFinder } from '../../../../core/capture/nets/face-finder.ts';
import { FAINTEST_SCORE } from '../../../../core/reading/frame-reader.ts';
import { openVideoFile, type VideoFile } from '../../../../core/recording/open-video-file.ts';
import { chooseBackend } from '../vision/choose-backend.ts';
import { createGrabber } from '../vision/grab-pixels.ts';
import { readFaceWeights } from '../vision/read-face-weights.ts';
import type { FromDecoder, ToDecoder } from './ahead-decoder-messages.ts';
import { Allowance } from './allowance.ts';
import { decodeByHost } from './host-decoder/host-decoder.ts';
import { failureOf } from './recording-failure.ts';
import { windowFrame } from './window-frame.ts';

/**
 * Runs ahead of the worker that reads a recording: decodes its pictures and finds the faces in them. That is half of
 * the work and does not depend on whose faces they are, so both halves run side by side.
 */

const post = (message: FromDecoder, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

/** Pictures that the reader has asked for. */
const wanted = new Allowance();

self.addEventListener('message', ({ data }: MessageEvent<ToDecoder>) => {
  if (data.kind === 'open') open(data.file, data.host).catch(fail);
  else wanted.add(1);
});

async function open(file: File, port: MessagePort): Promise<void> {
  const recording = await openVideoFile(file, new BlobSource(file), (codec, config) =>
    decodeByHost({ port, fileName: file.name }, codec, config),
  );
  const { durationMs, originMs } = recording;
  post({ kind: 'opened', durationMs, originMs });
  await decodeAhead(recording);
  post({ kind: 'ended' });
}

async function decodeAhead(recording: VideoFile): Promise<void> {
  const { nets } = await chooseBackend(readFaceWeights);
  const finder = new FaceFinder(nets);
  const grab = createGrabber();
  for await (const { sample, atMs } of recording.pictures()) {
    const picture = windowFrame(sample, recording);
    await wanted.take();
    const grabbed = await grab(picture);
    const found = await finder.find(grabbed.frame, FAINTEST_SCORE);
    post({ kind: 'decoded', picture, grabbed, found, atMs }, [picture, grabbed.frame.data.buffer as ArrayBuffer]);
  }
}

function fail(error: unknown): void {
  post(failureOf(error));
}
