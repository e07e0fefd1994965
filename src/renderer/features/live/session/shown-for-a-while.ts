/** Something that the screen says for a while and then takes back, on a session's clock. */
export class ShownForAWhile<T> {
  readonly #forMs: number;
  readonly #put: (value: T | null) => void;
  #isShown = false;
  #untilMs = 0;

  /**
   * @param forMs How long it is shown.
   * @param put Puts it on the screen, or takes it from there: null.
   */
  constructor(forMs: number, put: (value: T | null) => void) {
    this.#forMs = forMs;
    this.#put = put;
  }

  /** Shows this from now on, in place of what was shown before. */
  show(value: T, atMs: number): void {
    this.#isShown = true;
    this.#untilMs = atMs + this.#forMs;
    this.#put(value);
  }

  /** Takes it back now. */
  hide(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    this.#put(null);
  }

  /** Takes it back when its time is over. To be called several times a second. */
  tick(atMs: number): void {
    if (atMs > this.#untilMs) this.hide();
  }
}
