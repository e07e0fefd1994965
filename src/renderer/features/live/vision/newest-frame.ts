/** What a camera gives: a picture that must be closed. */
interface Closable<F> {
  close(): void;
  clone(): F;
}

export interface NewestFrameOptions {
  /**
   * Hands the last frame out again when no newer one came within this time after it. Null waits, as is right for a
   * camera.
   */
  readonly repeatAfterMs: number | null;
}

/**
 * The newest frame of a camera, whenever the reader comes round: frames that came in the meantime are dropped, so a
 * slow model never works through the past.
 */
export class NewestFrame<F extends Closable<F>> {
  readonly #repeatAfterMs: number | null;
  #newest: F | null = null;
  /** Copy of what was handed out last, to be handed out again. */
  #last: F | null = null;
  #lastAtMs = 0;
  #ended = false;
  #isClosed = false;
  #wake: (() => void) | null = null;
  /** Resolves when the camera has given its last frame: none is on its way any more. Never rejects. */
  readonly streamEnded: Promise<void>;

  /** @param frames Read to its end from now on. */
  constructor(frames: ReadableStream<F>, { repeatAfterMs }: NewestFrameOptions) {
    this.#repeatAfterMs = repeatAfterMs;
    this.streamEnded = this.#pump(frames);
  }

  /** @returns A frame that the caller closes, waiting for one if need be; null when the camera has ended. */
  async next(): Promise<F | null> {
    while (!this.#newest && !this.#ended) {
      const isNews = await this.#news();
      if (!isNews && !this.#newest && this.#last) {
        this.#lastAtMs = performance.now();
        return this.#last.clone();
      }
    }
    const frame = this.#newest;
    this.#newest = null;
    this.#lastAtMs = performance.now();
    this.#last?.close();
    this.#last = this.#repeatAfterMs === null ? null : (frame?.clone() ?? null);
    return frame;
  }

  /** No frame is wanted any more: those that are held are closed, and so is whatever still comes. */
  close(): void {
    this.#isClosed = true;
    this.#ended = true;
    this.#newest?.close();
    this.#newest = null;
    this.#last?.close();
    this.#last = null;
    this.#wake?.();
  }

  /** @returns True when something came, false when it is time to repeat. */
  #news(): Promise<boolean> {
    return new Promise((resolve) => {
      const leftMs = this.#lastAtMs + (this.#repeatAfterMs ?? 0) - performance.now();
      const timer = this.#repeatAfterMs === null ? null : setTimeout(() => resolve(false), Math.max(0, leftMs));
      this.#wake = () => {
        if (timer !== null) clearTimeout(timer);
        resolve(true);
      };
    });
  }

  async #pump(frames: ReadableStream<F>): Promise<void> {
    const reader = frames.getReader();
    try {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        if (this.#isClosed) {
          value.close();
          continue;
        }
        this.#newest?.close();
        this.#newest = value;
        this.#wake?.();
      }
    } catch {
      // A camera that is unplugged can end its stream with an error: for the reader it has ended all the same.
    }
    this.#ended = true;
    this.#wake?.();
  }
}
