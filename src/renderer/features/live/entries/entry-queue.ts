import { CallError, type ErrorCode } from '../../../../contract/error.ts';
import type { Waiting } from '../../../../contract/records/waiting.ts';
import type { Failure } from '../../../../core/words/failure.ts';
import { windowFailure } from '../../../ui/window-failure.ts';

/** A step that the store did not take is tried again after this time. */
const RETRY_MS = 2000;

/** Answers that asking again will not change. Anything else may pass: a lost connection, a lock, a full disk. */
const FINAL: readonly ErrorCode[] = ['invalid-input', 'forbidden', 'not-found', 'conflict', 'no-consent'];

/** A call that the store has not answered. */
export type WaitingCall = Extract<Waiting, { kind: 'entries' }>['calls'][number];

/** One thing to tell the store; telling it twice must do no harm. */
export interface EntryStep {
  /** The call that it makes. */
  readonly call: WaitingCall;
  readonly send: () => Promise<unknown>;
  /** The store has refused it for good: it will not be tried again. */
  readonly onRefused: (why: Failure) => void;
}

/** Sends what staff enter to the store, step by step and in order, and keeps what the store has not taken. */
export class EntryQueue {
  #waiting: EntryStep[] = [];
  #sending: Promise<void> | null = null;
  #retryAtMs = Number.NEGATIVE_INFINITY;

  get waiting(): number {
    return this.#waiting.length;
  }

  /** What waits, in its order; it goes on waiting. */
  copy(): WaitingCall[] {
    return this.#waiting.map(({ call }) => call);
  }

  add(step: EntryStep): void {
    this.#waiting.push(step);
  }

  /** Sends what is due; never waits. */
  pump(atMs: number): void {
    if (this.#sending || this.#waiting.length === 0 || atMs < this.#retryAtMs) return;
    this.#sending = this.#drain(atMs);
  }

  /** @returns True when nothing is waiting any more. */
  async flush(atMs: number): Promise<boolean> {
    await this.#sending;
    await this.#drain(atMs);
    return this.#waiting.length === 0;
  }

  async #drain(atMs: number): Promise<void> {
    try {
      for (let step = this.#waiting[0]; step; step = this.#waiting[0]) {
        await this.#tell(step);
        this.#waiting.shift();
      }
    } catch {
      // The outbox meets the same store and tells staff why it does not answer; the step waits.
      this.#retryAtMs = atMs + RETRY_MS;
    } finally {
      this.#sending = null;
    }
  }

  /** @throws Error when it is worth another try. */
  async #tell({ send, onRefused }: EntryStep): Promise<void> {
    try {
      await send();
    } catch (error) {
      if (!(error instanceof CallError && FINAL.includes(error.code))) throw error;
      onRefused(windowFailure(error));
    }
  }
}
