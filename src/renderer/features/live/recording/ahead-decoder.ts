import { VideoFileError } from '../../../../core/recording/open-video-file.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';
import type { DecodedPicture, FromDecoder, OpenedRecording, ToDecoder } from './ahead-decoder-messages.ts';

/** Pictures decoded ahead of the one being read, because either worker takes longer for some; 1.2 MB each. */
const AHEAD = 8;

/** The worker that runs ahead, as the worker that reads sees it. */
export class AheadDecoder {
  readonly #worker = new Worker(new URL('./ahead-decoder-worker.ts', import.meta.url), {
    type: 'module',
    name: 'ahead-decoder',
  });
  readonly #came: Exclude<FromDecoder, { kind: 'failed' | 'unreadable' }>[] = [];
  #failure: Error | null = null;
  #wake: (() => void) | null = null;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromDecoder>) => {
      if (data.kind === 'unreadable') this.#failure = new VideoFileError(data.problem, data.codec);
      else if (data.kind === 'failed') this.#failure = new FailureError(data.failure);
      else this.#came.push(data);
      this.#wake?.();
    });
    this.#worker.addEventListener('error', ({ message }) => {
      this.#failure = new Error(message);
      this.#wake?.();
    });
  }

  /**
   * @throws VideoFileError if it is not a video, or one that cannot be decoded here.
   */
  async open(file: File, host: MessagePort): Promise<OpenedRecording> {
    this.#tell({ kind: 'open', file, host }, [host]);
    const message = await this.#next();
    if (message.kind !== 'opened')
      throw new Error(`"opened" was expected of the ahead decoder; found "${message.kind}"`);
    return message;
  }

  /** Every picture of the opened recording, in order; to be iterated once. The caller closes each. */
  async *pictures(): AsyncGenerator<DecodedPicture, void> {
    for (let ahead = 0; ahead < AHEAD; ahead++) this.#tell({ kind: 'next' });
    for (;;) {
      const message = await this.#next();
      if (message.kind !== 'decoded') return;
      this.#tell({ kind: 'next' });
      yield message;
    }
  }

  #tell(message: ToDecoder, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  async #next() {
    for (;;) {
      const message = this.#came.shift();
      if (message) return message;
      if (this.#failure) throw this.#failure;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
