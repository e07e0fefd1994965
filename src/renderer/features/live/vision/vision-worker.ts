import { type Classifier, loadClassifier } from '../../../../core/inference/classify.ts';
import { FrameReader } from '../../../../core/reading/frame-reader.ts';
import { parseModelConfig } from '../../../../core/registry/model-config.ts';
import { windowFailure } from '../../../ui/window-failure.ts';
import { chooseBackend } from './choose-backend.ts';
import { CopyPace } from './copy-pace.ts';
import { framesFrom } from './frames/frame-port.ts';
import { createGrabber } from './grab-pixels.ts';
import { NewestFrame } from './newest-frame.ts';
import { readFaceWeights } from './read-face-weights.ts';
import { ReadingRate } from './reading-rate.ts';
import { sharedNowMs } from './shared-now-ms.ts';
import type { FromVision, ToVision } from './vision-messages.ts';

/**
 * The vision worker: it alone looks at camera frames. It pulls the newest one, reads it, hands the reading and the
 * picture to the window, and comes back for the next.
 */

const post = (message: FromVision, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

/** A picture of the demo clip is read again when none came for so long: a window in the background plays it in fits. */
const CLIP_REPEATS_AFTER_MS = 100;

/** Video has at most so many pictures, whatever the reading's pace. */
const VIDEO_EVERY_MS = 1000 / 12.5;

/** What counts of a frame that took longer, or during which the machine slept. */
const LONGEST_FRAME_MS = 2000;

const netsAreReady = chooseBackend(readFaceWeights);
let classifier: Classifier | null = null;
let reader: FrameReader | null = null;
let isPaused = false;
let camera: NewestFrame<VideoFrame> | null = null;
/** Frames being read, until their camera ends; while the nets still load there are none. */
let reading: Promise<void> = Promise.resolve();
/** The session's beginning, as in the message "watch". */
let beganAtMs = 0;

netsAreReady.then(({ choice }) => post({ kind: 'ready', backend: choice }), fail);

self.addEventListener('message', ({ data }: MessageEvent<ToVision>) => {
  obey(data).catch(fail);
});
post({ kind: 'up' });

async function obey(message: ToVision): Promise<void> {
  switch (message.kind) {
    case 'load-model':
      await netsAreReady;
      classifier?.dispose();
      reader = null;
      classifier = loadClassifier(parseModelConfig(message.configJson), message.weights);
      post({ kind: 'model-loaded' });
      break;
    case 'watch':
      await watch(message);
      break;
    case 'enrol':
      reader?.enrol(message.enrolment, (outcome) => post({ kind: 'enrolled', outcome }));
      break;
    case 'forget-child':
      reader?.forgetChild();
      break;
    case 'pause':
      isPaused = message.isPaused;
      break;
    case 'close':
      camera?.close();
      // The frame that is being read is handed over first, and those still on their way from the camera are awaited.
      await Promise.allSettled([reading, camera?.streamEnded]);
      post({ kind: 'closed' });
      break;
    case 'clock':
      beganAtMs = message.beganAtMs;
  }
}

/** Runs until the camera ends. Frames are taken up while the nets still load: a camera lends only a few. */
async function watch(message: ToVision & { kind: 'watch' }): Promise<void> {
  beganAtMs = message.beganAtMs;
  camera?.close();
  const stream = framesFrom(message.frames);
  camera = new NewestFrame(stream, { repeatAfterMs: message.isDemoClip ? CLIP_REPEATS_AFTER_MS : null });
  const frames = camera;
  const { nets } = await netsAreReady;
  // A camera that comes back finds the same child enrolled. Without a model the camera is only placed.
  reader ??= new FrameReader({
    nets,
    classifier,
    enrolOnlyFace: classifier !== null && message.isDemoClip,
    keepsCrops: message.keepsCrops,
  });
  const by = reader;
  // A slow machine may still be at the last frame of the camera before.
  reading = reading.then(() => read(frames, by, message.keepsVideo));
  await reading;
  post({ kind: 'frames-ended', number: message.number });
}

async function read(frames: NewestFrame<VideoFrame>, by: FrameReader, keepsVideo: boolean): Promise<void> {
  const grab = createGrabber();
  const rate = new ReadingRate();
  const copies = new CopyPace(VIDEO_EVERY_MS);
  for (let picture = await frames.next(); picture; picture = await frames.next()) {
    if (isPaused) {
      picture.close();
      continue;
    }
    const atMs = Math.max(0, sharedNowMs() - beganAtMs);
    post({ kind: 'frame-taken' });
    try {
      const { frame, scale } = await grab(picture);
      const result = await by.read(frame, scale, atMs);
      const copy = keepsVideo && copies.takes(atMs) ? new Uint8ClampedArray(frame.data) : null;
      const pixels = copy && { frame: { ...frame, data: copy }, scale };
      post({ kind: 'frame-read', result, picture, pixels }, copy ? [picture, copy.buffer] : [picture]);
    } catch (error) {
      picture.close();
      throw error;
    }
    await spread(rate, atMs);
  }
  if (rate.isSlow) post({ kind: 'reads-every', everyMs: null });
}

/** Waits until the next frame is to be taken up. @param takenAtMs When the last one was. */
async function spread(rate: ReadingRate, takenAtMs: number): Promise<void> {
  const nowMs = sharedNowMs() - beganAtMs;
  // The clock may have been moved past a sleep meanwhile.
  const tookMs = Math.min(nowMs - takenAtMs, LONGEST_FRAME_MS);
  const before = rate.everyMs;
  rate.took(tookMs, nowMs);
  if (rate.everyMs !== before) post({ kind: 'reads-every', everyMs: rate.isSlow ? rate.everyMs : null });
  const waitMs = rate.waitMs(tookMs);
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
}

function fail(error: unknown): void {
  post({ kind: 'failed', failure: windowFailure(error) });
}
