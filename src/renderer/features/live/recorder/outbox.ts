import { CallError, type ErrorCode } from '../../../../contract/error.ts';
import type { Crop } from '../../../../contract/sessions.ts';
import type { Gap } from '../../../../core/emotion/gap.ts';
import type { Sample } from '../../../../core/emotion/sample.ts';
import { type Failure, failure } from '../../../../core/words/failure.ts';
import { windowFailure } from '../../../ui/window-failure.ts';

/**
 * Carries readings to the store: in batches, in order, each at least once and, by its number, stored at most once.
 *
 * A batch that failed is sent again unchanged under the same number, so that an answer that was lost does no harm. What
 * cannot be sent waits in memory, up to a bound that the screen shows; beyond it new readings are refused, and what is
 * kept stays without holes.
 */

/** A new batch is closed at most this often: a sample is on disk within a second. */
const BATCH_EVERY_MS = 500;

/** As many samples, and as many gaps, as one call may carry. */
const MOST_IN_BATCH = 1000;

/** As many pictures as one call may carry. */
const MOST_CROPS_IN_BATCH = 60;

/**
 * Pictures that may wait: for as long as readings may, at one in two seconds; 4 MB. Further pictures are left out,
 * readings are not.
 */
const MOST_CROPS_WAITING = 1200;

/** Readings that may wait: 40 minutes at 15 a second, some 10 MB. */
const MOST_WAITING = 36_000;

/** First and longest pause before a batch is tried again. */
const RETRY_FIRST_MS = 500;
const RETRY_LONGEST_MS = 5000;

/** A store that has not answered for this long is said to be out of reach; its answer still counts. */
const SLOW_MS = 3000;

export interface Batch {
  readonly batch: number;
  readonly samples: Sample[];
  readonly gaps: Gap[];
  readonly crops: Crop[];
  /** The session's clock when the batch was closed. */
  readonly atMs: number;
}

export interface OutboxStatus {
  /** Readings seen and not known to be on disk. */
  readonly waiting: number;
  /** Why the store did not take the last batch, or that it does not answer; null while it takes them. */
  readonly problem: Failure | null;
  /** True once the service has said that this session takes nothing any more, however often it is asked. */
  readonly isRefused: boolean;
  /** Since when it has not, on the session's clock. */
  readonly problemSinceMs: number | null;
}

/** Answers that asking again will not change. Anything else may pass: a lost connection, a lock, a full disk. */
const FINAL: readonly ErrorCode[] = ['not-found', 'conflict', 'no-consent', 'forbidden'];

function isKeptAside(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'isKeptAside' in answer && answer.isKeptAside === true;
}

export class Outbox {
  readonly #send: (batch: Batch) => Promise<unknown>;
  #samples: Sample[] = [];
  #gaps: Gap[] = [];
  #crops: Crop[] = [];
  #nextBatch: number;
  /** Batches that were closed for a copy, to be sent after the pending one. */
  #closed: Batch[] = [];
  /** The batch being sent, or waiting to be sent again. */
  #pending: Batch | null = null;
  #sending: Promise<void> | null = null;
  #closedAtMs = Number.NEGATIVE_INFINITY;
  #sentAtMs = 0;
  #retryAtMs = Number.NEGATIVE_INFINITY;
  #retryMs = RETRY_FIRST_MS;
  #problem: Failure | null = null;
  #isRefused = false;
  #problemSinceMs: number | null = null;

  /**
   * @param send Resolves when the batch is on disk, rejects when it may not be.
   * @param firstBatch Number of the first batch: above all that are stored of a session that is gone on with.
   */
  constructor(send: (batch: Batch) => Promise<unknown>, { firstBatch = 0 }: { readonly firstBatch?: number } = {}) {
    this.#send = send;
    this.#nextBatch = firstBatch;
  }

  get status(): OutboxStatus {
    const closed = this.#pending ? [this.#pending, ...this.#closed] : this.#closed;
    const waiting = closed.reduce((sum, { samples }) => sum + samples.length, this.#samples.length);
    const [problem, isRefused, problemSinceMs] = [this.#problem, this.#isRefused, this.#problemSinceMs];
    return { waiting, problem, isRefused, problemSinceMs };
  }

  /** True when nothing is left to send. */
  get isEmpty(): boolean {
    return !this.#pending && this.#closed.length === 0 && this.#isNothingOpen;
  }

  /** @returns False when so much is waiting already that the reading was refused. */
  addSample(sample: Sample): boolean {
    if (this.status.waiting >= MOST_WAITING) return false;
    this.#samples.push(sample);
    return true;
  }

  addGaps(gaps: readonly Gap[]): void {
    this.#gaps.push(...gaps);
  }

  /** A picture is worth less than a reading: it is left out when too many are waiting. */
  addCrop(crop: Crop): void {
    if (this.#crops.length < MOST_CROPS_WAITING) this.#crops.push(crop);
  }

  /**
   * Sends what is due. To be called several times a second; it never waits.
   *
   * @param atMs The session's clock.
   */
  pump(atMs: number): void {
    if (this.#sending) {
      if (atMs - this.#sentAtMs > SLOW_MS) this.#say(failure('window.no-answer'), this.#sentAtMs);
      return;
    }
    if (atMs < this.#retryAtMs) return;
    if (!this.#pending) {
      if (atMs - this.#closedAtMs < BATCH_EVERY_MS) return;
      this.#pending = this.#nextToSend(atMs);
    }
    if (this.#pending) this.#sending = this.#try(this.#pending, atMs);
  }

  /**
   * Sends all there is, without regard to intervals.
   *
   * @returns True when everything is on disk; false when the store did not take a batch, which then still waits.
   */
  async flush(atMs: number): Promise<boolean> {
    await this.#sending;
    while (!this.isEmpty) {
      this.#pending ??= this.#nextToSend(atMs);
      this.#sending = this.#try(this.#pending!, atMs);
      await this.#sending;
      if (this.#pending) return false;
    }
    return true;
  }

  /** An empty batch, unless there is another on its way. Never rejects: what was not heard does no harm. */
  async sendNothing(atMs: number): Promise<void> {
    if (this.#pending) return;
    const batch = { batch: this.#nextBatch++, samples: [], gaps: [], crops: [], atMs };
    await this.#send(batch).catch(() => {});
  }

  /** All that waits, as the batches in which it will be sent; it goes on waiting. */
  copy(atMs: number): Batch[] {
    for (let batch = this.#closeBatch(atMs); batch; batch = this.#closeBatch(atMs)) this.#closed.push(batch);
    return this.#pending ? [this.#pending, ...this.#closed] : [...this.#closed];
  }

  get #isNothingOpen(): boolean {
    return this.#samples.length === 0 && this.#gaps.length === 0 && this.#crops.length === 0;
  }

  #nextToSend(atMs: number): Batch | null {
    return this.#closed.shift() ?? this.#closeBatch(atMs);
  }

  #closeBatch(atMs: number): Batch | null {
    if (this.#isNothingOpen) return null;
    this.#closedAtMs = atMs;
    return {
      batch: this.#nextBatch++,
      samples: this.#samples.splice(0, MOST_IN_BATCH),
      gaps: this.#gaps.splice(0, MOST_IN_BATCH),
      crops: this.#crops.splice(0, MOST_CROPS_IN_BATCH),
      atMs,
    };
  }

  #say(problem: Failure, sinceMs: number): void {
    this.#problem = problem;
    this.#problemSinceMs ??= sinceMs;
  }

  async #try(batch: Batch, atMs: number): Promise<void> {
    this.#sentAtMs = atMs;
    try {
      const answer = await this.#send(batch);
      this.#pending = null;
      this.#isRefused = false;
      this.#problem = null;
      if (isKeptAside(answer)) this.#say(failure('window.kept-aside'), atMs);
      else this.#problemSinceMs = null;
      this.#retryMs = RETRY_FIRST_MS;
      this.#retryAtMs = Number.NEGATIVE_INFINITY;
    } catch (error) {
      this.#say(windowFailure(error), atMs);
      this.#isRefused = error instanceof CallError && FINAL.includes(error.code);
      this.#retryAtMs = atMs + this.#retryMs;
      this.#retryMs = Math.min(2 * this.#retryMs, RETRY_LONGEST_MS);
    } finally {
      this.#sending = null;
    }
  }
}
