import { VideoFileError } from './open-video-file.ts';
import type { FromScout, ScoutedPicture, ToScout } from './scout-messages.ts';

/** Pictures that are scouted ahead of the one that is read, since some take longer on either side; 1.2 MB each. */
const AHEAD = 8;

/** The worker that goes ahead, as the worker that reads sees it. */
export class Scout {
  readonly #worker = new Worker(new URL('./scout-worker.ts', import.meta.url), { type: 'module', name: 'film-scout' });
  readonly #came: Exclude<FromScout, { kind: 'failed' | 'unreadable' }>[] = [];
  #failure: Error | null = null;
  #wake: (() => void) | null = null;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromScout>) => {
      if (data.kind === 'unreadable') this.#failure = new VideoFileError(data.problem, data.codec);
      else if (data.kind === 'failed') this.#failure = new Error(data.message);
      else this.#came.push(data);
      this.#wake?.();
    });
    this.#worker.addEventListener('error', ({ message }) => {
      this.#failure = new Error(message);
      this.#wake?.();
    });
  }

  /**
   * @returns The film's length, in ms.
   * @throws VideoFileError if it is no film or one that cannot be decoded here.
   */
  async open(file: Blob): Promise<number> {
    this.#tell({ kind: 'open', file });
    const message = await this.#next();
    if (message.kind !== 'opened') throw new Error(`"opened" was expected of the scout; found "${message.kind}"`);
    return message.durationMs;
  }

  /** Every picture of the opened film, in order; to be taken once. The taker closes it. */
  async *pictures(): AsyncGenerator<ScoutedPicture, void> {
    for (let ahead = 0; ahead < AHEAD; ahead++) this.#tell({ kind: 'next' });
    for (;;) {
      const message = await this.#next();
      if (message.kind !== 'scouted') return;
      this.#tell({ kind: 'next' });
      yield message;
    }
  }

  #tell(message: ToScout): void {
    this.#worker.postMessage(message);
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
