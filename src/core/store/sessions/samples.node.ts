import { EMOTIONS } from '../../emotion/emotion.ts';
import type { Gap } from '../../emotion/gap.ts';
import type { Sample } from '../../emotion/sample.ts';
import { assertOneChanged } from '../assert-changed.node.ts';
import { assertInPlaceNow } from '../in-place.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import { type Crop, insertCrops } from './crops.node.ts';
import { addToRollups } from './rollups.node.ts';
import {
  boxToBlob,
  movementsToBlob,
  NO_MOVEMENTS,
  numbersFromHex,
  probabilitiesToBlob,
  qualityToBlob,
} from './sample-blobs.node.ts';
import type { NotRunning, Session } from './sessions.node.ts';

/** What was seen since the batch before. */
export interface Batch {
  readonly sessionId: string;
  /** Any integer >= 0, different for each batch of a session. */
  readonly batch: number;
  /** In the order of time. */
  readonly samples: readonly Sample[];
  readonly gaps: readonly Gap[];
  /** Pictures of the child's face; who calls has asked whether they may be kept. */
  readonly crops?: readonly Crop[];
  /** The session's clock when the batch was closed. */
  readonly atMs: number;
}

/** A session's samples in the order of time, as columns. */
export interface StoredSamples {
  readonly count: number;
  readonly atMs: Float64Array;
  /** Row-major [count, 7], in the order of EMOTIONS. */
  readonly probabilities: Float32Array;
  /** Index into EMOTIONS, or -1 for "not sure". */
  readonly emotion: Int8Array;
  /** Row-major [count, 4]: x, y, width, height in camera pixels. */
  readonly box: Float32Array;
  /** Row-major [count, 4]: brightness, sharpness, eye distance in pixels, yaw in degrees. */
  readonly quality: Float32Array;
  /** Row-major [count, 5], in the order of MOVEMENTS; NaN where they were not measured. */
  readonly movements: Float32Array;
}

const NOT_SURE = -1;

/** Some fifty minutes. */
const PART_ROWS = 50_000;

/**
 * Puts a batch on disk. When this returns `stored`, it survives a kill and a power cut.
 *
 * @returns `repeated` when a batch of this number is on disk already; nothing is stored then.
 * @throws RangeError if the samples are not in the order of time; nothing is stored then. StoreGoneError if the store's
 *   file was removed meanwhile: send it again once it is back.
 */
export function appendBatch(
  db: WritableDb,
  batch: Batch,
): { kind: 'stored' | 'repeated'; samples: number } | NotRunning {
  assertInOrder(batch.samples);
  const appended = claimAndWrite(db, batch);
  // What is answered as stored is in a file that somebody can open again.
  assertInPlaceNow(db);
  return appended;
}

function claimAndWrite(db: WritableDb, batch: Batch): ReturnType<typeof appendBatch> {
  return inTransaction(db, () => {
    const session = db
      .prepare<[string], { key: number; state: Session['state'] }>('SELECT key, state FROM sessions WHERE id = ?')
      .get(batch.sessionId);
    if (!session) return { kind: 'not-found' };
    const claimed = db
      .prepare('INSERT INTO batches (session_key, batch, at_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      .run(session.key, batch.batch, batch.atMs);
    // Asked before the state: a batch whose answer was lost may come again after the session was stopped.
    if (claimed.changes === 0) return { kind: 'repeated', samples: 0 };
    if (session.state !== 'running') {
      db.prepare('DELETE FROM batches WHERE session_key = ? AND batch = ?').run(session.key, batch.batch);
      return { kind: 'not-running', state: session.state };
    }
    writeBatch(db, session.key, batch);
    return { kind: 'stored', samples: batch.samples.length };
  });
}

/** What a batch holds, within the transaction that has claimed its number. */
export function writeBatch(db: WritableDb, sessionKey: number, batch: Batch): void {
  insertSamples(db, sessionKey, batch);
  insertGaps(db, sessionKey, batch.gaps);
  addToRollups(db, sessionKey, batch.samples);
  insertCrops(db, sessionKey, batch.crops ?? []);
  const result = db
    .prepare('UPDATE sessions SET duration_ms = max(duration_ms, ?), sample_count = sample_count + ? WHERE key = ?')
    .run(batch.atMs, batch.samples.length, sessionKey);
  assertOneChanged(result, 'appending a batch');
}

/** All samples of a session; none for a session that does not exist. */
export function readSamples(db: ReadableDb, sessionId: string): StoredSamples {
  const key = db.prepare<[string], number>('SELECT key FROM sessions WHERE id = ?').pluck().get(sessionId);
  const named = readNamed(db, sessionId, { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY });
  // One text of hexadecimal digits for all: eight hours as blobs in rows would be 1.3 million small buffers, and took
  // 1.3 s to read where this takes 0.5 s.
  // In parts, since SQLite sorts each in memory.
  const select = db
    .prepare<[number | undefined, number, number], string>(
      `SELECT group_concat(hex(probabilities) || hex(box) || hex(quality) || hex(coalesce(movements, ${NO_MOVEMENTS})), ''
         ORDER BY at_ms, batch)
       FROM samples WHERE session_key = ? AND at_ms >= ? AND at_ms < ?`,
    )
    .pluck();
  const digits: string[] = [];
  for (let row = 0; row < named.count; row += PART_ROWS) {
    const fromMs = named.atMs[row]!;
    const toMs = named.atMs[row + PART_ROWS] ?? Number.POSITIVE_INFINITY;
    // Empty where so many samples share one time that a part of them would begin and end with it.
    digits.push(select.get(key, fromMs, toMs) ?? '');
  }
  return { ...named, ...numbersFromHex(digits) };
}

/**
 * What the samples of [fromMs, toMs) named and when, without their other numbers, which takes a third of the time. None
 * for a session that does not exist.
 */
export function readNamed(
  db: ReadableDb,
  sessionId: string,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): Pick<StoredSamples, 'count' | 'atMs' | 'emotion'> {
  const rows = db
    .prepare<[string, number, number], [number, number]>(
      `SELECT at_ms, emotion FROM samples
       WHERE session_key = (SELECT key FROM sessions WHERE id = ?) AND at_ms >= ? AND at_ms < ?
       ORDER BY at_ms, batch`,
    )
    .raw()
    .all(sessionId, fromMs, toMs);
  return {
    count: rows.length,
    atMs: Float64Array.from(rows, ([atMs]) => atMs),
    emotion: Int8Array.from(rows, ([, emotion]) => emotion),
  };
}

/** The gaps that were recorded, in the order of time. */
export function readGaps(db: ReadableDb, sessionId: string): Gap[] {
  return db
    .prepare<[string], Gap>(
      `SELECT from_ms AS fromMs, to_ms AS toMs, reason FROM gaps
       WHERE session_key = (SELECT key FROM sessions WHERE id = ?)
       ORDER BY from_ms, id`,
    )
    .all(sessionId);
}

function insertSamples(db: WritableDb, sessionKey: number, { batch, samples }: Batch): void {
  const insert = db.prepare(
    `INSERT INTO samples (session_key, at_ms, batch, emotion, probabilities, box, quality, movements)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const sample of samples) {
    const emotion = sample.emotion === null ? NOT_SURE : EMOTIONS.indexOf(sample.emotion);
    insert.run(
      sessionKey,
      sample.atMs,
      batch,
      emotion,
      probabilitiesToBlob(sample),
      boxToBlob(sample),
      qualityToBlob(sample),
      movementsToBlob(sample),
    );
  }
}

function insertGaps(db: WritableDb, sessionKey: number, gaps: readonly Gap[]): void {
  const insert = db.prepare('INSERT INTO gaps (session_key, from_ms, to_ms, reason) VALUES (?, ?, ?, ?)');
  for (const gap of gaps) insert.run(sessionKey, gap.fromMs, gap.toMs, gap.reason);
}

function assertInOrder(samples: readonly Sample[]): void {
  for (const [index, sample] of samples.entries()) {
    const before = samples[index - 1];
    if (before && sample.atMs <= before.atMs) {
      throw new RangeError(`a sample after ${before.atMs} ms was expected; found one at ${sample.atMs} ms`);
    }
  }
}
