import type { Marker } from '../../../../core/emotion/sample.ts';

/** A marker that the store did not take is offered again after this time. */
const RETRY_MS = 2000;

/** Carries markers to the store one by one, in order, and keeps those that it did not take. */
export class MarkerQueue {
  readonly #send: (marker: Marker) => Promise<unknown>;
  #waiting: Marker[] = [];
  #sending: Promise<void> | null = null;
  #retryAtMs = Number.NEGATIVE_INFINITY;

  constructor(send: (marker: Marker) => Promise<unknown>) {
    this.#send = send;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  add(marker: Marker): void {
    this.#waiting.push(marker);
  }

  /** Sends what is due; never waits. */
  pump(atMs: number): void {
    if (this.#sending || this.#waiting.length === 0 || atMs < this.#retryAtMs) return;
    this.#sending = this.#drain(atMs);
  }

  /** @returns True when the store has them all. */
  async flush(atMs: number): Promise<boolean> {
    await this.#sending;
    await this.#drain(atMs);
    return this.#waiting.length === 0;
  }

  async #drain(atMs: number): Promise<void> {
    try {
      for (let marker = this.#waiting[0]; marker; marker = this.#waiting[0]) {
        await this.#send(marker);
        this.#waiting.shift();
      }
    } catch {
      // The outbox meets the same store and tells staff why it does not answer; the marker waits.
      this.#retryAtMs = atMs + RETRY_MS;
    } finally {
      this.#sending = null;
    }
  }
}
