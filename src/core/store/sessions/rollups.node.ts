import { EMOTIONS } from '../../emotion/emotion.ts';
import type { Sample } from '../../emotion/sample.ts';
import { assertOneChanged } from '../assert-changed.node.ts';
import type { ReadableDb, WritableDb } from '../store.node.ts';
import { bytesFromHex } from './sample-blobs.node.ts';

/**
 * Sums over stretches of a session, kept beside its samples, so that eight hours are drawn from hundreds of rows.
 *
 * A bucket holds the samples of [bucket * levelMs, (bucket + 1) * levelMs). Sums and counts only, so that batches may
 * come in any order and coarser stretches are sums of finer ones.
 */

/** Lengths of a bucket, finest first. */
export const ROLLUP_LEVELS_MS = [1000, 10_000, 60_000] as const;

const SURE = EMOTIONS.length;
const SUMS_BYTES = 8 * EMOTIONS.length;
/** A multiple of 8, so that the sums of every row may be read where they lie. */
const ROLLUP_BYTES = SUMS_BYTES + 4 * (SURE + 1);

/** One bucket. */
export interface Rollup {
  readonly bucket: number;
  /** Sums of the calibrated probabilities, [7]. */
  readonly probabilitySums: Float64Array;
  /** Samples by the emotion they name, and last those that name none, [8]. */
  readonly emotionCounts: Uint32Array;
}

type NamedSample = Pick<Sample, 'atMs' | 'probabilities' | 'emotion'>;

/** Adds samples to the buckets of every level, within the transaction that stores them. */
export function addToRollups(db: WritableDb, sessionKey: number, samples: readonly NamedSample[]): void {
  const read = db.prepare<[number, number, number], RollupRow>(
    `SELECT bucket, probability_sums AS sums, emotion_counts AS counts FROM rollups
     WHERE session_key = ? AND level_ms = ? AND bucket = ?`,
  );
  const write = db.prepare(
    'INSERT OR REPLACE INTO rollups (session_key, level_ms, bucket, probability_sums, emotion_counts) VALUES (?, ?, ?, ?, ?)',
  );
  for (const levelMs of ROLLUP_LEVELS_MS) {
    for (const added of rollupsOf(samples, levelMs)) {
      const before = read.get(sessionKey, levelMs, added.bucket);
      const sum = before ? sumOf(rollupOf(before), added, added.bucket) : added;
      const result = write.run(
        sessionKey,
        levelMs,
        sum.bucket,
        Buffer.from(sum.probabilitySums.buffer),
        Buffer.from(sum.emotionCounts.buffer),
      );
      assertOneChanged(result, 'adding to a rollup');
    }
  }
}

/**
 * A level's buckets that touch [fromMs, toMs), in the order of time; a bucket without a sample is not there.
 *
 * @param levelMs One of ROLLUP_LEVELS_MS.
 */
export function readRollups(
  db: ReadableDb,
  sessionKey: number,
  { levelMs, fromMs, toMs }: { levelMs: number; fromMs: number; toMs: number },
): Rollup[] {
  const [from, to] = [Math.floor(fromMs / levelMs), Math.ceil(toMs / levelMs)];
  const of = 'FROM rollups WHERE session_key = ? AND level_ms = ? AND bucket >= ? AND bucket < ?';
  const buckets = db
    .prepare<[number, number, number, number], number>(`SELECT bucket ${of} ORDER BY bucket`)
    .pluck()
    .all(sessionKey, levelMs, from, to);
  // One text of hexadecimal digits for all: two blobs a row are two buffers each for the collector to give back.
  const digits = db
    .prepare<[number, number, number, number], string | null>(
      `SELECT group_concat(hex(probability_sums) || hex(emotion_counts), '' ORDER BY bucket) ${of}`,
    )
    .pluck()
    .get(sessionKey, levelMs, from, to);
  const { buffer } = bytesFromHex(digits ?? '');
  return buckets.map((bucket, row) => ({
    bucket,
    probabilitySums: new Float64Array(buffer, row * ROLLUP_BYTES, EMOTIONS.length),
    emotionCounts: new Uint32Array(buffer, row * ROLLUP_BYTES + SUMS_BYTES, SURE + 1),
  }));
}

/** Adds `times` buckets at a time to one, numbered in steps of that length. */
export function coarser(rollups: readonly Rollup[], times: number): Rollup[] {
  const made: Rollup[] = [];
  for (const rollup of rollups) {
    const bucket = Math.floor(rollup.bucket / times);
    const last = made.at(-1);
    if (last?.bucket === bucket) made[made.length - 1] = sumOf(last, rollup, bucket);
    else made.push({ ...rollup, bucket });
  }
  return made;
}

/** How many samples a bucket holds. */
export function samplesIn({ emotionCounts }: Rollup): number {
  return emotionCounts.reduce((sum, count) => sum + count, 0);
}

/**
 * What a bucket is named after: the emotion of most of its samples, of two named equally often the first in the order of
 * EMOTIONS, any emotion before "not sure".
 *
 * @returns Index into EMOTIONS, or -1 for "not sure".
 */
export function namedIn({ emotionCounts }: Rollup): number {
  let best = 0;
  for (let index = 1; index < SURE; index += 1) if (emotionCounts[index]! > emotionCounts[best]!) best = index;
  return emotionCounts[best]! > 0 && emotionCounts[best]! >= emotionCounts[SURE]! ? best : -1;
}

/** Share of a bucket's samples, 0 to 1, that name no emotion. */
export function notSureShareIn(rollup: Rollup): number {
  return rollup.emotionCounts[SURE]! / samplesIn(rollup);
}

function rollupsOf(samples: readonly NamedSample[], levelMs: number): Rollup[] {
  const made = new Map<number, Rollup>();
  for (const { atMs, probabilities, emotion } of samples) {
    const bucket = Math.floor(atMs / levelMs);
    const rollup = made.get(bucket) ?? {
      bucket,
      probabilitySums: new Float64Array(EMOTIONS.length),
      emotionCounts: new Uint32Array(SURE + 1),
    };
    made.set(bucket, rollup);
    for (const [index, probability] of probabilities.entries()) rollup.probabilitySums[index]! += probability;
    rollup.emotionCounts[emotion === null ? SURE : EMOTIONS.indexOf(emotion)]! += 1;
  }
  return [...made.values()];
}

function sumOf(a: Rollup, b: Rollup, bucket: number): Rollup {
  return {
    bucket,
    probabilitySums: a.probabilitySums.map((sum, index) => sum + b.probabilitySums[index]!),
    emotionCounts: a.emotionCounts.map((count, index) => count + b.emotionCounts[index]!),
  };
}

interface RollupRow {
  readonly bucket: number;
  readonly sums: Buffer;
  readonly counts: Buffer;
}

/** Copied: a typed array of 8 bytes a number must begin at a multiple of 8, which SQLite's blobs need not. */
function rollupOf({ bucket, sums, counts }: RollupRow): Rollup {
  return {
    bucket,
    probabilitySums: new Float64Array(Uint8Array.from(sums).buffer),
    emotionCounts: new Uint32Array(Uint8Array.from(counts).buffer),
  };
}
