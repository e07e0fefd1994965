import type { Emotion } from '../../../../core/emotion/emotion.ts';
import type { GapReason } from '../../../../core/emotion/gap.ts';
import type { Valence } from '../../../../core/emotion/valence.ts';
import { MAX_HOLD_MS } from '../../../../core/timeline/covered-time.ts';
import type { SmoothedReading } from './displayed-reading.ts';

/** How far the strip on the live screen looks back. */
export const RECENT_MS = 180_000;

/** The smallest change of confidence or valence that can be seen on the strip. */
const VISIBLE_CHANGE = 0.1;

/** A stretch of time that looks the same throughout. */
export interface Stretch {
  readonly fromMs: number;
  toMs: number;
  /** What the readings named; null is "not sure". Undefined where there was no reading. */
  readonly emotion?: Emotion | null;
  /** Why there was no reading. */
  readonly reason?: GapReason;
  /** Largest probability of the stretch's first reading, 0 to 1; the others differ by less than 0.1. */
  readonly confidence: number;
  /** Of the stretch's first reading; the others differ by less than 0.1. Null where there was none. */
  readonly valence: Valence | null;
}

/** The last minutes of a session as stretches, for the strip on the live screen. Bounded; the store has everything. */
export class RecentHistory {
  readonly #stretches: Stretch[] = [];

  get stretches(): readonly Stretch[] {
    return this.#stretches;
  }

  /** Null before the first reading. */
  get lastReadingAtMs(): number | null {
    return this.#stretches.findLast(({ reason }) => reason === undefined)?.toMs ?? null;
  }

  /** What the smoothed reading named, how surely, and how pleasant the face looked. */
  reading(atMs: number, reading: SmoothedReading): void {
    const last = this.#stretches.at(-1);
    if (last && atMs - last.toMs <= MAX_HOLD_MS && looksTheSame(last, reading)) last.toMs = atMs;
    else this.#add({ fromMs: this.#startOf(atMs), toMs: atMs, ...reading }, atMs);
  }

  missing(atMs: number, reason: GapReason): void {
    const last = this.#stretches.at(-1);
    if (last?.reason === reason) last.toMs = atMs;
    else this.#add({ fromMs: this.#startOf(atMs), toMs: atMs, reason, confidence: 0, valence: null }, atMs);
  }

  /** A stretch begins where the one before ended, unless that was too long ago. */
  #startOf(atMs: number): number {
    const endMs = this.#stretches.at(-1)?.toMs ?? Number.NEGATIVE_INFINITY;
    return atMs - endMs <= MAX_HOLD_MS ? endMs : atMs;
  }

  #add(stretch: Stretch, atMs: number): void {
    this.#stretches.push(stretch);
    const oldestMs = atMs - RECENT_MS;
    while (this.#stretches[0]!.toMs < oldestMs) this.#stretches.shift();
  }
}

function looksTheSame(stretch: Stretch, { emotion, confidence, valence }: SmoothedReading): boolean {
  if (stretch.reason !== undefined || stretch.emotion !== emotion) return false;
  const valenceChange = Math.abs((stretch.valence?.value ?? 0) - valence.value);
  return Math.abs(stretch.confidence - confidence) < VISIBLE_CHANGE && valenceChange < VISIBLE_CHANGE;
}
