/**
 * How much a worker may still do before it hears again from whoever it works for: so it never runs ahead without bound.
 */
export class Allowance {
  #left = 0;
  #wake: (() => void) | null = null;

  /** So many more are allowed. */
  add(count: number): void {
    this.#left += count;
    this.#wake?.();
  }

  /** Takes one, and waits until it is allowed. For one taker at a time. */
  async take(): Promise<void> {
    while (this.#left <= 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#left--;
  }
}
