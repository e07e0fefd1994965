import { MOVEMENT_LANES } from '../../emotion/movements.ts';
import type { ReadableDb } from '../store.node.ts';
import { bytesFromHex } from './sample-blobs.node.ts';
import { sessionKey } from './sessions.node.ts';

/** Movements over a stretch of a session as columns, one row a sample or one row a bucket. */
export interface MovementColumns {
  /** 0: every sample is a row of its own. */
  readonly bucketMs: number;
  readonly count: number;
  /** Of the sample, or of the bucket's beginning. */
  readonly atMs: Float64Array<ArrayBuffer>;
  /** Row-major [count, 6], in the order of MOVEMENT_LANES; a bucket's is the mean of its samples. */
  readonly values: Float32Array<ArrayBuffer>;
}

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

const WIDTH = MOVEMENT_LANES.length;

/**
 * The movements of [fromMs, toMs): of every sample where these are at most `mostRows`, else means over equal stretches of
 * whole tenths of a second. Samples without movements have no row; none for a session that does not exist.
 */
export function readMovementWindow(
  db: ReadableDb,
  sessionId: string,
  { fromMs, toMs, mostRows }: Stretch & { readonly mostRows: number },
): MovementColumns {
  const { atMs, values } = movementSamples(db, sessionId, { fromMs, toMs });
  if (atMs.length <= mostRows) return { bucketMs: 0, count: atMs.length, atMs, values };
  const bucketMs = Math.ceil((toMs - fromMs) / mostRows / 100) * 100;
  const buckets: { readonly bucket: number; readonly sums: Float64Array; samples: number }[] = [];
  for (const [row, at] of atMs.entries()) {
    const bucket = Math.floor(at / bucketMs);
    let last = buckets.at(-1);
    if (last?.bucket !== bucket) {
      last = { bucket, sums: new Float64Array(WIDTH), samples: 0 };
      buckets.push(last);
    }
    for (let lane = 0; lane < WIDTH; lane += 1) last.sums[lane]! += values[row * WIDTH + lane]!;
    last.samples += 1;
  }
  return {
    bucketMs,
    count: buckets.length,
    atMs: Float64Array.from(buckets, ({ bucket }) => bucket * bucketMs),
    values: Float32Array.from(buckets.flatMap(({ sums, samples }) => Array.from(sums, (sum) => sum / samples))),
  };
}

/** The means of [fromMs, toMs), in the order of MOVEMENT_LANES; null where no movement was measured. */
export function meanMovements(db: ReadableDb, sessionId: string, stretch: Stretch): number[] | null {
  const { atMs, values } = movementSamples(db, sessionId, stretch);
  if (atMs.length === 0) return null;
  return MOVEMENT_LANES.map((_, lane) => {
    let sum = 0;
    for (let row = 0; row < atMs.length; row += 1) sum += values[row * WIDTH + lane]!;
    return sum / atMs.length;
  });
}

function movementSamples(
  db: ReadableDb,
  sessionId: string,
  { fromMs, toMs }: Stretch,
): Pick<MovementColumns, 'atMs' | 'values'> {
  const key = sessionKey(db, sessionId);
  const of = 'FROM samples WHERE session_key = ? AND at_ms >= ? AND at_ms < ? AND movements IS NOT NULL';
  const atMs = db
    .prepare<[number | undefined, number, number], number>(`SELECT at_ms ${of} ORDER BY at_ms, batch`)
    .pluck()
    .all(key, fromMs, toMs);
  // The nod, then the turn (the last of the quality's four numbers), then all else.
  const digits = db
    .prepare<[number | undefined, number, number], string | null>(
      `SELECT group_concat(
         hex(substr(movements, 1, 4)) || hex(substr(quality, 13, 4)) || hex(substr(movements, 5)), '' ORDER BY at_ms, batch
       ) ${of}`,
    )
    .pluck()
    .get(key, fromMs, toMs);
  return { atMs: Float64Array.from(atMs), values: new Float32Array(bytesFromHex(digits ?? '').buffer) };
}
