import type { Gap, GapReason } from '../emotion/gap.ts';
import { MAX_HOLD_MS } from './covered-time.ts';

/** A reading stands for the time up to the next, at most this long: what is shorter is no gap. */
const SHORTEST_GAP_MS = MAX_HOLD_MS;

/** Between two readings less than this is rounding of their times. */
const SHORTEST_BETWEEN_MS = 20;

/**
 * A long gap is written in pieces of this length, so that a program that is killed leaves at most one piece
 * unexplained.
 */
const LONGEST_PIECE_MS = 5000;

/**
 * Turns single moments without a reading into gaps with a beginning, an end and one reason.
 *
 * Time between two readings that are close together belongs to the first of them. A gap too short to stand on its own
 * takes the reason that follows.
 */
export class GapRecorder {
  #open: { fromMs: number; reason: GapReason } | null = null;
  #closed: Gap[] = [];

  /** Why there is no reading now; null when there is one. */
  get reason(): GapReason | null {
    return this.#open?.reason ?? null;
  }

  /** There is a reading at this moment. */
  reading(atMs: number): void {
    this.close(atMs);
  }

  /** There is no reading at this moment, for this reason. */
  missing(atMs: number, reason: GapReason): void {
    if (!this.#open) {
      this.#open = { fromMs: atMs, reason };
      return;
    }
    const lengthMs = atMs - this.#open.fromMs;
    if (this.#open.reason !== reason) {
      if (lengthMs < SHORTEST_GAP_MS) this.#open = { fromMs: this.#open.fromMs, reason };
      else this.#cut(atMs, reason);
    } else if (lengthMs >= LONGEST_PIECE_MS) {
      this.#cut(atMs, reason);
    }
  }

  /**
   * Nothing was looked at between two readings, for this reason: from the moment to which the first of them speaks. A gap
   * that is open goes on instead.
   */
  between(fromMs: number, toMs: number, reason: GapReason): void {
    if (this.#open || toMs - fromMs < SHORTEST_BETWEEN_MS) return;
    for (let atMs = fromMs; atMs < toMs; atMs += LONGEST_PIECE_MS) {
      this.#closed.push({ fromMs: atMs, toMs: Math.min(toMs, atMs + LONGEST_PIECE_MS), reason });
    }
  }

  /** Ends the open gap, if there is one. */
  close(atMs: number): void {
    if (this.#open && atMs - this.#open.fromMs >= SHORTEST_GAP_MS) this.#cut(atMs, this.#open.reason);
    this.#open = null;
  }

  /** The gaps that ended since the last call, in order. */
  take(): Gap[] {
    const gaps = this.#closed;
    this.#closed = [];
    return gaps;
  }

  #cut(atMs: number, nextReason: GapReason): void {
    const { fromMs, reason } = this.#open!;
    this.#closed.push({ fromMs, toMs: atMs, reason });
    this.#open = { fromMs: atMs, reason: nextReason };
  }
}
