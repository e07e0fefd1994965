import type { Enrolment, EnrolmentOutcome, FrameResult } from '../../../../core/reading/frame-result.ts';
import { type Failure, failure } from '../../../../core/words/failure.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';
import type { BackendChoice } from './choose-backend.ts';
import { portOver } from './frames/frame-port.ts';
import type { Grabbed } from './grab-pixels.ts';
import type { FromVision, ToVision } from './vision-messages.ts';

export interface VisionEvents {
  /** The camera gives pictures: one was taken up, and its result follows. */
  onFrameTaken(): void;
  /**
   * `picture` belongs to the hearer, who closes it.
   *
   * @param pixels Of the same frame, where video is kept and one is due.
   */
  onResult(result: FrameResult, picture: VideoFrame, pixels: Grabbed | null): void;
  /** The machine cannot keep up and reads so many milliseconds apart from now on; null when it keeps up again. */
  onReadsEvery(everyMs: number | null): void;
  onEnrolment(outcome: EnrolmentOutcome): void;
  onFramesEnded(): void;
  onFailure(failure: Failure): void;
}

interface WatchOptions extends Omit<ToVision & { kind: 'watch' }, 'kind' | 'number' | 'frames'> {
  readonly frames: ReadableStream<VideoFrame>;
}

/** The vision worker as the window sees it. */
export interface Vision {
  /** Rejects with a FailureError when the worker cannot start. */
  readonly ready: Promise<BackendChoice>;
  /** Resolves when frames can be read with the model. */
  loadModel(files: { configJson: string; weights: Uint8Array }): Promise<void>;
  /** Takes the stream over. */
  watch(options: WatchOptions): void;
  enrol(enrolment: Enrolment): void;
  /** Nobody is enrolled any more. */
  forgetChild(): void;
  setPaused(isPaused: boolean): void;
  /** The session's clock was moved: its beginning, as in {@link watch}. */
  setClock(beganAtMs: number): void;
  /**
   * Ends the worker once it has given back the frames it holds: a camera lends only a few, and whoever opens it next
   * sees nothing if a worker has taken them along.
   */
  close(): void;
}

/** A worker that has not answered by then is ended all the same, with the frames that it holds: a slow machine has time. */
const CLOSE_WITHIN_MS = 30_000;

export function startVision(events: VisionEvents): Vision {
  const worker = new Worker(new URL('./vision-worker.ts', import.meta.url), { type: 'module', name: 'vision' });
  let isClosed = false;
  let isUp = false;
  let cameras = 0;
  /** Hands the frames over, or gives them back where nobody wants them any more; waits for a worker that listens. */
  let handOver: (() => void) | null = null;
  const ready = Promise.withResolvers<BackendChoice>();
  let modelLoaded = Promise.withResolvers<void>();
  const post = (message: ToVision, transfer: Transferable[] = []) => worker.postMessage(message, transfer);

  const fail = (why: Failure) => {
    const error = new FailureError(why);
    ready.reject(error);
    modelLoaded.reject(error);
    events.onFailure(why);
  };
  // Whoever is waiting hears of a failure; when nobody is, onFailure has said it.
  ready.promise.catch(() => {});
  modelLoaded.promise.catch(() => {});

  worker.addEventListener('error', () => fail(failure('window.vision-stopped')));
  worker.addEventListener('message', ({ data }: MessageEvent<FromVision>) => {
    if (data.kind === 'up') {
      isUp = true;
      handOver?.();
      handOver = null;
      return;
    }
    if (isClosed) {
      if (data.kind === 'frame-read') data.picture.close();
      else if (data.kind === 'closed') worker.terminate();
      return;
    }
    switch (data.kind) {
      case 'ready':
        return ready.resolve(data.backend);
      case 'model-loaded':
        return modelLoaded.resolve();
      case 'frame-taken':
        return events.onFrameTaken();
      case 'frame-read':
        return events.onResult(data.result, data.picture, data.pixels);
      case 'reads-every':
        return events.onReadsEvery(data.everyMs);
      case 'enrolled':
        return events.onEnrolment(data.outcome);
      case 'frames-ended':
        // Nobody wants to hear of a camera that another has replaced, however late a slow machine comes to its end.
        if (data.number === cameras) events.onFramesEnded();
        return;
      case 'failed':
        return fail(data.failure);
    }
  });

  return {
    ready: ready.promise,
    loadModel({ configJson, weights }) {
      modelLoaded = Promise.withResolvers<void>();
      post({ kind: 'load-model', configJson, weights });
      return modelLoaded.promise;
    },
    watch({ frames: stream, ...options }) {
      cameras++;
      const number = cameras;
      const send = () => {
        if (isClosed || number !== cameras) return void stream.cancel();
        const frames = portOver(stream);
        post({ kind: 'watch', ...options, number, frames }, [frames]);
      };
      if (isUp) return send();
      // A worker that is not there yet asks for no frame, and a camera lends only a few: until then they stay with the camera.
      const before = handOver;
      handOver = () => {
        before?.();
        send();
      };
    },
    enrol: (enrolment) => post({ kind: 'enrol', enrolment }),
    forgetChild: () => post({ kind: 'forget-child' }),
    setPaused: (isPaused) => post({ kind: 'pause', isPaused }),
    setClock: (beganAtMs) => post({ kind: 'clock', beganAtMs }),
    close() {
      isClosed = true;
      handOver?.();
      handOver = null;
      post({ kind: 'close' });
      setTimeout(() => worker.terminate(), CLOSE_WITHIN_MS);
    },
  };
}
