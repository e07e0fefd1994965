/**
 * The newest frame of a camera, whenever the reader comes round: frames that came in the meantime are dropped, so a
 * slow model never works through the past.
 */
export class NewestFrame<F extends { close(): void }> {
  #newest: F | null = null;
  #ended = false;
  #wake: (() => void) | null = null;

  /** @param frames Read to its end from now on. */
  constructor(frames: ReadableStream<F>) {
    void this.#pump(frames);
  }

  /** @returns A frame that the caller closes, waiting for one if need be; null when the camera has ended. */
  async next(): Promise<F | null> {
    while (!this.#newest && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const frame = this.#newest;
    this.#newest = null;
    return frame;
  }

  async #pump(frames: ReadableStream<F>): Promise<void> {
    const reader = frames.getReader();
    try {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
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
