import type { Emotion } from '../../../../core/emotion/emotion.ts';
import type { GapReason } from '../../../../core/emotion/sample.ts';

/** How far the strip on the live screen looks back. */
export const RECENT_MS = 180_000;

/** A reading stands for at most this long; the same bound as in the stored timeline. */
const LONGEST_READING_MS = 250;

/** A stretch of time in which the same can be said. */
export interface Stretch {
  readonly fromMs: number;
  toMs: number;
  /** What the readings named; null is "not sure". Undefined where there was no reading. */
  readonly emotion?: Emotion | null;
  /** Why there was no reading. */
  readonly reason?: GapReason;
  /** Largest probability of the stretch's last reading, 0 to 1. */
  confidence: number;
}

/** The last minutes of a session as stretches, for the strip on the live screen. Bounded; the store has everything. */
export class RecentHistory {
  #stretches: Stretch[] = [];

  get stretches(): readonly Stretch[] {
    return this.#stretches;
  }

  reading(atMs: number, emotion: Emotion | null, confidence: number): void {
    const last = this.#stretches.at(-1);
    const continues = last?.reason === undefined && last?.emotion === emotion && atMs - last.toMs <= LONGEST_READING_MS;
    if (last && continues && Math.abs(last.confidence - confidence) < 0.1) last.toMs = atMs;
    else this.#add({ fromMs: this.#startOf(atMs), toMs: atMs, emotion, confidence }, atMs);
  }

  missing(atMs: number, reason: GapReason): void {
    const last = this.#stretches.at(-1);
    if (last?.reason === reason) last.toMs = atMs;
    else this.#add({ fromMs: this.#startOf(atMs), toMs: atMs, reason, confidence: 0 }, atMs);
  }

  /** A stretch begins where the one before ended, unless that was too long ago. */
  #startOf(atMs: number): number {
    const endMs = this.#stretches.at(-1)?.toMs ?? Number.NEGATIVE_INFINITY;
    return atMs - endMs <= LONGEST_READING_MS ? endMs : atMs;
  }

  #add(stretch: Stretch, atMs: number): void {
    this.#stretches.push(stretch);
    const oldestMs = atMs - RECENT_MS;
    if (this.#stretches[0]!.toMs < oldestMs) this.#stretches = this.#stretches.filter((each) => each.toMs >= oldestMs);
  }
}
