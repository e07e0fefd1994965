import { EMOTIONS } from '../../emotion/emotion.ts';
import type { Gap } from '../../emotion/gap.ts';
import { MOVEMENTS } from '../../emotion/movements.ts';
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

/** Some eleven minutes. */
const PAGE_ROWS = 10_000;

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
  const count = countSamples(db, sessionId);
  const all = {
    ...newReadings(count),
    box: new Float32Array(count * 4),
    quality: new Float32Array(count * 4),
    movements: new Float32Array(count * MOVEMENTS.length),
  };
  let row = 0;
  for (const page of samplePages(db, sessionId)) {
    setReadings(all, page, row);
    all.box.set(page.box, row * 4);
    all.quality.set(page.quality, row * 4);
    all.movements.set(page.movements, row * MOVEMENTS.length);
    row += page.count;
  }
  return { count, ...all };
}

type StoredReadings = Pick<StoredSamples, 'count' | 'atMs' | 'probabilities' | 'emotion'>;

/** The same without where the face was and how well it was seen: 37 bytes a sample. */
export function readReadings(db: ReadableDb, sessionId: string): StoredReadings {
  const count = countSamples(db, sessionId);
  const all = newReadings(count);
  let row = 0;
  for (const page of samplePages(db, sessionId)) {
    setReadings(all, page, row);
    row += page.count;
  }
  return { count, ...all };
}

function newReadings(count: number): Omit<StoredReadings, 'count'> {
  return {
    atMs: new Float64Array(count),
    emotion: new Int8Array(count),
    probabilities: new Float32Array(count * EMOTIONS.length),
  };
}

function setReadings(all: Omit<StoredReadings, 'count'>, page: StoredReadings, row: number): void {
  all.atMs.set(page.atMs, row);
  all.emotion.set(page.emotion, row);
  all.probabilities.set(page.probabilities, row * EMOTIONS.length);
}

/** Samples of a session that are in the store. */
export function countSamples(db: ReadableDb, sessionId: string): number {
  return db
    .prepare<[string], number>(
      'SELECT count(*) FROM samples WHERE session_key = (SELECT key FROM sessions WHERE id = ?)',
    )
    .pluck()
    .get(sessionId) as number;
}

/** The same a page after the other, so that a session of any length takes no more memory than a page. */
export function* samplePages(
  db: ReadableDb,
  sessionId: string,
  { pageRows = PAGE_ROWS }: { readonly pageRows?: number } = {},
): Generator<StoredSamples> {
  const key = db.prepare<[string], number>('SELECT key FROM sessions WHERE id = ?').pluck().get(sessionId);
  if (key === undefined) return;
  const named = db
    .prepare<[number, number, number, number], [number, number, number]>(
      `SELECT at_ms, batch, emotion FROM samples
       WHERE session_key = ? AND (at_ms, batch) > (?, ?) ORDER BY at_ms, batch LIMIT ?`,
    )
    .raw();
  // One text of hexadecimal digits for a page: as blobs in rows these would be as many small buffers, and took three times as
  // long to read.
  const numbers = db
    .prepare<[number, number, number, number], string>(
      `SELECT group_concat(hex(probabilities) || hex(box) || hex(quality) || hex(coalesce(movements, ${NO_MOVEMENTS})), ''
         ORDER BY at_ms, batch)
       FROM (SELECT at_ms, batch, probabilities, box, quality, movements FROM samples
             WHERE session_key = ? AND (at_ms, batch) > (?, ?) ORDER BY at_ms, batch LIMIT ?)`,
    )
    .pluck();
  let last: readonly [atMs: number, batch: number] = [-1, 0];
  for (;;) {
    const rows = named.all(key, ...last, pageRows);
    const end = rows.at(-1);
    if (!end) return;
    yield {
      count: rows.length,
      atMs: Float64Array.from(rows, ([atMs]) => atMs),
      emotion: Int8Array.from(rows, ([, , emotion]) => emotion),
      ...numbersFromHex(numbers.get(key, ...last, rows.length) ?? ''),
    };
    if (rows.length < pageRows) return;
    last = [end[0], end[1]];
  }
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
