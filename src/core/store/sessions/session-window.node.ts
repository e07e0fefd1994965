import { EMOTIONS } from '../../emotion/emotion.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import {
  addToRollups,
  coarser,
  namedIn,
  notSureShareIn,
  ROLLUP_LEVELS_MS,
  type Rollup,
  readRollups,
  samplesIn,
} from './rollups.node.ts';
import { bytesFromHex } from './sample-blobs.node.ts';
import { readReadings } from './samples.node.ts';
import { sessionKey } from './sessions.node.ts';

/** A stretch of a session as columns, one row a sample or one row a bucket. */
export interface WindowColumns {
  readonly fromMs: number;
  readonly toMs: number;
  /** 0: every sample is a row of its own. */
  readonly bucketMs: number;
  readonly count: number;
  /** Of the sample, or of the bucket's beginning. */
  readonly atMs: Float64Array<ArrayBuffer>;
  /** Row-major [count, 7]; a bucket's is the mean of its samples. */
  readonly probabilities: Float32Array<ArrayBuffer>;
  /** Index into EMOTIONS, or -1 for "not sure". */
  readonly emotion: Int8Array<ArrayBuffer>;
  /** Samples behind the row. */
  readonly samples: Uint32Array<ArrayBuffer>;
  /** Share of them, 0 to 1, that name no emotion. */
  readonly notSureShare: Float32Array<ArrayBuffer>;
}

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * [fromMs, toMs) of a session at the finest level that has at most `mostRows` rows: the samples themselves, a rollup, or
 * several minutes of the coarsest one added up. Empty for a session that does not exist.
 */
export function readWindow(
  db: ReadableDb,
  sessionId: string,
  { fromMs, toMs, mostRows }: Stretch & { readonly mostRows: number },
): WindowColumns {
  const key = sessionKey(db, sessionId);
  if (key === undefined || toMs <= fromMs) return windowOf({ fromMs, toMs }, 0, []);
  const fits = !db
    .prepare<[number, number, number, number], number>(
      'SELECT 1 FROM samples WHERE session_key = ? AND at_ms >= ? AND at_ms < ? LIMIT 1 OFFSET ?',
    )
    .get(key, fromMs, toMs, mostRows);
  if (fits) return sampleWindow(db, key, { fromMs, toMs });
  // A window that begins within a bucket touches one more.
  const rowsAt = (levelMs: number) => Math.ceil(toMs / levelMs) - Math.floor(fromMs / levelMs);
  const coarsestMs = ROLLUP_LEVELS_MS[ROLLUP_LEVELS_MS.length - 1]!;
  const levelMs = ROLLUP_LEVELS_MS.find((each) => rowsAt(each) <= mostRows) ?? coarsestMs;
  const rollups = readRollups(db, key, { levelMs, fromMs, toMs });
  if (rowsAt(levelMs) <= mostRows) return windowOf({ fromMs, toMs }, levelMs, rollups);
  const times = Math.ceil(rowsAt(levelMs) / mostRows);
  return windowOf({ fromMs, toMs }, times * levelMs, coarser(rollups, times));
}

/** Every sample of [fromMs, toMs). */
export function readSampleWindow(db: ReadableDb, sessionId: string, stretch: Stretch): WindowColumns {
  const key = sessionKey(db, sessionId);
  return key === undefined ? windowOf(stretch, 0, []) : sampleWindow(db, key, stretch);
}

/** Makes the rollups of a session that was recorded before there were any; at once when it has them. */
export function ensureRollups(db: WritableDb, sessionId: string): void {
  const isMissing = db.prepare('SELECT 1 FROM sessions WHERE id = ? AND has_rollups = 0').get(sessionId);
  if (!isMissing) return;
  inTransaction(db, () => {
    const key = sessionKey(db, sessionId)!;
    db.prepare('DELETE FROM rollups WHERE session_key = ?').run(key);
    const { count, atMs, probabilities, emotion } = readReadings(db, sessionId);
    const samples = Array.from({ length: count }, (_, row) => ({
      atMs: atMs[row]!,
      probabilities: Array.from(probabilities.subarray(row * EMOTIONS.length, (row + 1) * EMOTIONS.length)),
      emotion: EMOTIONS[emotion[row]!] ?? null,
    }));
    addToRollups(db, key, samples);
    db.prepare('UPDATE sessions SET has_rollups = 1 WHERE key = ?').run(key);
  });
}

/** The same for all sessions that have ended; at once where none lacks them. */
export function ensureAllRollups(db: WritableDb): void {
  const missing = db
    .prepare<[], string>("SELECT id FROM sessions WHERE has_rollups = 0 AND state <> 'running'")
    .pluck()
    .all();
  for (const sessionId of missing) ensureRollups(db, sessionId);
}

function sampleWindow(db: ReadableDb, key: number, { fromMs, toMs }: Stretch): WindowColumns {
  const of = 'FROM samples WHERE session_key = ? AND at_ms >= ? AND at_ms < ?';
  const rows = db
    .prepare<[number, number, number], [number, number]>(`SELECT at_ms, emotion ${of} ORDER BY at_ms, batch`)
    .raw()
    .all(key, fromMs, toMs);
  const digits = db
    .prepare<[number, number, number], string | null>(
      `SELECT group_concat(hex(probabilities), '' ORDER BY at_ms, batch) ${of}`,
    )
    .pluck()
    .get(key, fromMs, toMs);
  const probabilities = new Float32Array(bytesFromHex(digits ?? '').buffer);
  return {
    fromMs,
    toMs,
    bucketMs: 0,
    count: rows.length,
    probabilities,
    atMs: Float64Array.from(rows, ([atMs]) => atMs),
    emotion: Int8Array.from(rows, ([, emotion]) => emotion),
    samples: new Uint32Array(rows.length).fill(1),
    notSureShare: Float32Array.from(rows, ([, emotion]) => (emotion < 0 ? 1 : 0)),
  };
}

function windowOf({ fromMs, toMs }: Stretch, bucketMs: number, rollups: readonly Rollup[]): WindowColumns {
  const probabilities = new Float32Array(rollups.length * EMOTIONS.length);
  for (const [row, rollup] of rollups.entries()) {
    probabilities.set(
      rollup.probabilitySums.map((sum) => sum / samplesIn(rollup)),
      row * EMOTIONS.length,
    );
  }
  return {
    fromMs,
    toMs,
    bucketMs,
    count: rollups.length,
    probabilities,
    atMs: Float64Array.from(rollups, ({ bucket }) => bucket * bucketMs),
    emotion: Int8Array.from(rollups, namedIn),
    samples: Uint32Array.from(rollups, samplesIn),
    notSureShare: Float32Array.from(rollups, notSureShareIn),
  };
}
