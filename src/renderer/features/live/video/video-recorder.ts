import { CallError, type ErrorCode } from '../../../../contract/error.ts';
import type { FrameResult } from '../../../../core/reading/frame-result.ts';
import { type Failure, failure } from '../../../../core/words/failure.ts';
import type { Client } from '../../../client/create-client.ts';
import { windowFailure } from '../../../ui/window-failure.ts';
import type { Grabbed } from '../vision/grab-pixels.ts';
import type { EncodedFragment, FromVideo, ToVideo } from './video-messages.ts';

/** Fragments that may wait for a host that does not answer: two minutes; what comes then is left out. */
const MOST_WAITING = 40;

const RETRY_MS = 2000;

/** How long the end of a session waits for the last fragment; readings are worth more than it. */
const END_WITHIN_MS = 5000;

/** Answers that asking again will not change. */
const FINAL: readonly ErrorCode[] = ['not-found', 'conflict', 'no-consent', 'forbidden', 'invalid-input'];

/**
 * What the screen says of video: off, kept, not kept for now (and why), or no more (and why). The session goes on in any case.
 */
export type VideoState =
  | { readonly kind: 'off' | 'kept' }
  | { readonly kind: 'hindered' | 'ended'; readonly why: Failure };

/** The worker as the recorder uses it. */
export interface VideoWorker {
  postMessage(message: ToVideo, transfer: Transferable[]): void;
  listen(hear: (message: FromVideo) => void): void;
  terminate(): void;
}

export interface VideoRecorderOptions {
  readonly sessionId: string;
  readonly recorderId: string;
  readonly call: Client['call'];
  readonly worker: VideoWorker;
  readonly onState: (state: VideoState) => void;
}

/** The video of a session, which most keep none of. */
export class SessionVideo {
  readonly #onState: VideoRecorderOptions['onState'];
  #recorder: VideoRecorder | null = null;

  constructor(onState: VideoRecorderOptions['onState']) {
    this.#onState = onState;
  }

  begin(
    sessionId: string,
    recorderId: string,
    { call, startVideoWorker }: { call: Client['call']; startVideoWorker: () => VideoWorker },
  ): void {
    this.#recorder = new VideoRecorder({
      sessionId,
      recorderId,
      call,
      worker: startVideoWorker(),
      onState: this.#onState,
    });
  }

  get isKept(): boolean {
    return this.#recorder !== null;
  }

  see(result: FrameResult, pixels: Grabbed): void {
    this.#recorder?.see(result, pixels);
  }

  async end(): Promise<void> {
    await this.#recorder?.end();
  }

  close(): void {
    this.#recorder?.close();
  }
}

/** Takes pictures beside the reading, has them concealed and encoded in a worker, and hands the host each fragment. */
export class VideoRecorder {
  readonly #use: VideoRecorderOptions;
  #isBusy = false;
  readonly #waiting: EncodedFragment[] = [];
  #sending: Promise<void> | null = null;
  #isOver = false;
  readonly #ended = Promise.withResolvers<void>();

  constructor(use: VideoRecorderOptions) {
    this.#use = use;
    use.worker.listen((message) => this.#hear(message));
    use.onState({ kind: 'kept' });
  }

  /** Takes the pixels of a frame that was read, unless the worker still has the one before. */
  see(result: FrameResult, pixels: Grabbed): void {
    if (this.#isOver || this.#isBusy) return;
    this.#isBusy = true;
    this.#use.worker.postMessage({ kind: 'frame', pixels, result }, [pixels.frame.data.buffer as ArrayBuffer]);
  }

  /** Hands over what has been taken so far. To be called while the session still runs; never rejects. */
  async end(): Promise<void> {
    if (this.#isOver) return;
    this.#use.worker.postMessage({ kind: 'end' }, []);
    const tooLong = new Promise((resolve) => setTimeout(resolve, END_WITHIN_MS));
    await Promise.race([this.#ended.promise.then(() => this.#sending), tooLong]);
    this.close();
  }

  close(): void {
    this.#isOver = true;
    this.#waiting.length = 0;
    this.#use.worker.terminate();
  }

  #hear(message: FromVideo): void {
    switch (message.kind) {
      case 'taken':
        this.#isBusy = false;
        break;
      case 'fragment':
        if (this.#waiting.length < MOST_WAITING) this.#waiting.push(message.fragment);
        this.#sending ??= this.#send().finally(() => {
          this.#sending = null;
        });
        break;
      case 'ended':
        this.#ended.resolve();
        break;
      case 'failed':
        this.#stop(message.failure);
    }
  }

  async #send(): Promise<void> {
    for (let fragment = this.#waiting[0]; fragment && !this.#isOver; fragment = this.#waiting[0]) {
      const { sessionId, recorderId, call, onState } = this.#use;
      try {
        await call('videos.append', { sessionId, recorderId, ...fragment });
        this.#waiting.shift();
        if (!this.#isOver) onState({ kind: 'kept' });
      } catch (error) {
        const code = error instanceof CallError ? error.code : null;
        if (code && FINAL.includes(code)) return this.#stop(windowFailure(error));
        if (this.#isOver) return;
        onState({ kind: 'hindered', why: windowFailure(error) });
        // There is no room for it; there may be for the next one.
        if (code === 'disk-full') this.#waiting.shift();
        else await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  #stop(why: Failure): void {
    if (this.#isOver) return;
    this.close();
    this.#ended.resolve();
    this.#use.onState({ kind: 'ended', why });
  }
}

export function startVideoWorker(): VideoWorker {
  const worker = new Worker(new URL('./video-worker.ts', import.meta.url), { type: 'module', name: 'video' });
  return {
    postMessage: (message, transfer) => worker.postMessage(message, transfer),
    listen: (hear) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromVideo>) => hear(data));
      worker.addEventListener('error', () => hear({ kind: 'failed', failure: failure('videos.cannot-encode') }));
    },
    terminate: () => worker.terminate(),
  };
}
