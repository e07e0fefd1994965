/** React is told at most this often of what changes with every frame. */
export const PUBLISH_EVERY_MS = 100;

/**
 * A value that changes often and is announced seldom: subscribers are told at once, then at most once per interval, and
 * always of the last change.
 */
export class Published<T> {
  readonly #everyMs: number;
  readonly #hearers = new Set<() => void>();
  #current: T;
  #shown: T;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(value: T, everyMs: number) {
    this.#current = value;
    this.#shown = value;
    this.#everyMs = everyMs;
  }

  /** The value as of now. */
  get current(): T {
    return this.#current;
  }

  /** The value that hearers were last told of; for useSyncExternalStore. */
  readonly snapshot = (): T => this.#shown;

  /** @returns The function that ends it; for useSyncExternalStore. */
  readonly subscribe = (hear: () => void): (() => void) => {
    this.#hearers.add(hear);
    return () => this.#hearers.delete(hear);
  };

  change(part: Partial<T>): void {
    this.#current = { ...this.#current, ...part };
    if (this.#timer === null) this.#tell();
  }

  #tell(): void {
    this.#shown = this.#current;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#shown !== this.#current) this.#tell();
    }, this.#everyMs);
    for (const hear of this.#hearers) hear();
  }
}
