import { readFileSync } from 'node:fs';
import type Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { appendAudit } from '../audit.node.ts';
import { countRows } from '../backup/copy-store.node.ts';
import { addModel } from '../lab/models.node.ts';
import { closeStore, inTransaction, openStore, type WritableDb } from '../store.node.ts';
import {
  GIVER,
  MARKER_TEXT,
  pictureBytes,
  putFullChild,
  REMARKS,
  readingBytes,
  SEEN,
} from '../testing/full-child.node.ts';
import { BASE_MODEL, KEY, newStore } from '../testing/new-store.node.ts';
import { countErasure, eraseRows, overwriteDeleted, partsOf } from './erase.node.ts';
import { ERASE_PLAN } from './erase-plan.ts';
import { type ErasureTarget, erasureScope } from './erasure-scope.node.ts';
import { stillNamed } from './still-named.node.ts';
import { countEntriesOf } from './traces.node.ts';

/** Two children with rows in every table; one is erased, and the other must keep all of them. */
function twoChildren() {
  const store = newStore();
  addModel(store.db, BASE_MODEL);
  const whose = { userId: store.userId, modelId: 'base' };
  const sessionIds = putFullChild(store.db, { ...whose, code: 'ZEBRA-41', key: 10 });
  putFullChild(store.db, { ...whose, code: 'ZEBRA-4', key: 20 });
  return { ...store, sessionIds };
}

const scopeOf = (db: WritableDb, target: ErasureTarget) => erasureScope(db, target)!;

/** Every page as it is read with the key: also what is free, and what nothing points to any more. */
function pagesOf(db: WritableDb) {
  const pages = (db as unknown as Database.Database).serialize();
  return {
    includes: (what: string | Uint8Array) => pages.includes(typeof what === 'string' ? what : Buffer.from(what)),
  };
}

test('entries of everything of the child that has an id of its own are counted', () => {
  using store = twoChildren();
  const { db } = store;
  const scope = scopeOf(db, { kind: 'child', childId: 'child-10' });
  const before = countEntriesOf(db, scope);
  const ids = ['consents', 'baselines', 'cautions'].map((table) =>
    db.prepare<[], string>(`SELECT id FROM ${table} WHERE child_id = 'child-10'`).pluck().get(),
  );
  for (const subject of ids) {
    appendAudit(db, { userName: 'Ada', action: 'test', subject: String(subject), now: new Date() });
  }
  expect(countEntriesOf(db, scope)).toBe(before + 3);
});

test('every table with rows of a child or a session is in the plan', () => {
  using store = newStore();
  const tables = [...countRows(store.db).keys()];
  const planned = new Set(ERASE_PLAN.map(({ table }) => table));
  const OWNERS = new Set(['children', 'sessions', 'crops', 'videos', 'rating_stretches']);
  // Lists of ids, which leaveExports goes through.
  const OTHERWISE = new Set(['exports']);
  const missing = tables.filter((table) => {
    const columns = store.db.prepare<[], { name: string }>(`PRAGMA table_info(${table})`).all();
    const refers = store.db.prepare<[], { table: string }>(`PRAGMA foreign_key_list(${table})`).all();
    const isOfChild =
      columns.some(({ name }) => /^(child|session|live_session)_(id|key)s?(_json)?$/.test(name)) ||
      refers.some(({ table: owner }) => OWNERS.has(owner));
    return isOfChild && !planned.has(table) && !OTHERWISE.has(table);
  });
  expect(missing).toEqual([]);
  // What belongs to an image goes with the image that a kept picture became.
  for (const table of tables) {
    const refers = store.db.prepare<[], { table: string }>(`PRAGMA foreign_key_list(${table})`).all();
    if (refers.some(({ table: owner }) => owner === 'dataset_images')) expect(planned).toContain(table);
  }
});

test('the made-up child has rows in every table of the plan', () => {
  using store = twoChildren();
  const counts = countRows(store.db);
  for (const { table } of ERASE_PLAN) expect(counts.get(table), table).toBeGreaterThanOrEqual(2);
});

test('an erased child is in no table, no page and no log any more, and another keeps every row', () => {
  using store = twoChildren();
  const { db, file } = store;
  const before = countRows(db);
  expect(pagesOf(db).includes('ZEBRA-41'), 'the pages can be searched').toBe(true);
  const scope = scopeOf(db, { kind: 'child', childId: 'child-10' });
  const counts = eraseRows(db, scope);
  expect(overwriteDeleted(db)).toBe(true);
  expect(counts).toEqual({
    children: 1,
    consents: 1,
    cautions: 1,
    sessions: 2,
    readings: 400,
    gaps: 2,
    markers: 2,
    observations: 2,
    corrections: 2,
    baselines: 2,
    pictures: 4,
    videos: 2,
    inDatasets: 4,
    labels: 2,
    ratings: 2,
    reports: 1,
    names: 0,
  });
  const after = countRows(db);
  for (const { table } of partsOf(scope)) {
    // A store has another child of its own.
    const others = table === 'children' ? 1 : 0;
    expect(after.get(table), table).toBe((before.get(table)! - others) / 2 + others);
  }
  expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  const pages = pagesOf(db);
  expect(pages.includes('ZEBRA-4')).toBe(true);
  expect(pages.includes('ZEBRA-41')).toBe(false);
  for (const key of [10, 11]) {
    expect(pages.includes(readingBytes(key).subarray(5, 33)), 'a reading').toBe(false);
    for (const atMs of [100, 400]) expect(pages.includes(pictureBytes(key + atMs).subarray(0, 300))).toBe(false);
  }
  expect(pages.includes(pictureBytes(120).subarray(0, 300)), 'a picture of the other').toBe(true);
  expect(readFileSync(`${file}-wal`).length).toBe(0);
  expect(stillNamed(db, 'ZEBRA-41', null)).toEqual([]);
});

test('free words and texts of the last child are in no page, also after the store was closed', () => {
  using store = newStore();
  addModel(store.db, BASE_MODEL);
  putFullChild(store.db, { userId: store.userId, modelId: 'base', code: 'ZEBRA-41', key: 10 });
  const texts = ['ZEBRA-41', REMARKS, MARKER_TEXT, SEEN, GIVER];
  for (const text of texts) expect(pagesOf(store.db).includes(text), text).toBe(true);
  eraseRows(store.db, scopeOf(store.db, { kind: 'child', childId: 'child-10' }));
  overwriteDeleted(store.db);
  const copy = openStore(store.file, KEY);
  for (const text of texts) expect(pagesOf(copy).includes(text), text).toBe(false);
  closeStore(copy);
  expect(readFileSync(store.file).includes('ZEBRA'), 'the file itself is encrypted').toBe(false);
});

test('a session takes nothing of its sisters with it, and a film of it stays as one of nothing', () => {
  using store = twoChildren();
  const { db, sessionIds } = store;
  const [live, film] = sessionIds as [string, string];
  const counts = eraseRows(db, scopeOf(db, { kind: 'session', sessionId: live }));
  expect(counts).toMatchObject({ children: 0, consents: 0, sessions: 1, readings: 200, pictures: 2, reports: 1 });
  const left = db.prepare('SELECT id, live_session_id AS live FROM sessions WHERE child_id = ?').all('child-10');
  expect(left).toEqual([{ id: film, live: null }]);
  const order = db.prepare('SELECT session_ids_json AS ids, problems_json AS problems FROM exports WHERE id = ?');
  expect(order.get('export-10')).toEqual({ ids: '["another"]', problems: '[]' });
  expect(order.get('export-20')).toMatchObject({ ids: '["session-20","another"]' });
  expect(countErasure(db, scopeOf(db, { kind: 'session', sessionId: film })).readings).toBe(200);
});

test('one picture goes alone, with what was made of it', () => {
  using store = twoChildren();
  const { db, sessionIds } = store;
  const sessionId = sessionIds[0]!;
  const counts = eraseRows(db, scopeOf(db, { kind: 'picture', sessionId, atMs: 400 }));
  expect(counts).toMatchObject({ sessions: 0, readings: 0, pictures: 1, inDatasets: 1, labels: 1 });
  expect(db.prepare('SELECT at_ms FROM crops WHERE session_key = 10').pluck().all()).toEqual([100]);
  expect(db.prepare('SELECT 1 FROM dataset_images WHERE key = 10').get()).toBeUndefined();
  expect(erasureScope(db, { kind: 'picture', sessionId, atMs: 400 })).toBeNull();
});

test('a video goes alone', () => {
  using store = twoChildren();
  const { db, sessionIds } = store;
  const target = { kind: 'video', sessionId: sessionIds[0]! } as const;
  expect(eraseRows(db, scopeOf(db, target))).toMatchObject({ videos: 1, sessions: 0, pictures: 0 });
  expect(erasureScope(db, target)).toBeNull();
  expect(db.prepare('SELECT count(*) FROM video_fragments').pluck().get()).toBe(3);
});

test('what is not there has no scope', () => {
  using store = newStore();
  expect(erasureScope(store.db, { kind: 'child', childId: 'nobody' })).toBeNull();
  expect(erasureScope(store.db, { kind: 'session', sessionId: 'none' })).toBeNull();
});

test('a reader that is under way is waited for by the next try', () => {
  using store = twoChildren();
  eraseRows(store.db, scopeOf(store.db, { kind: 'child', childId: 'child-10' }));
  const reader = openStore(store.file, KEY);
  const reading = reader.prepare('SELECT id FROM sessions').iterate();
  reading.next();
  expect(overwriteDeleted(store.db)).toBe(false);
  reading.return?.();
  expect(overwriteDeleted(store.db)).toBe(true);
  closeStore(reader);
});

test('a code is named as a word', () => {
  using store = twoChildren();
  store.db.prepare(`UPDATE sessions SET notes = 'beside zebra-41, who slept' WHERE key = 20`).run();
  const scope = scopeOf(store.db, { kind: 'child', childId: 'child-10' });
  expect(stillNamed(store.db, 'ZEBRA-41', scope), 'beside what goes').toEqual([{ place: 'words', rows: 1 }]);
  eraseRows(store.db, scope);
  expect(stillNamed(store.db, 'ZEBRA-41', null)).toEqual([{ place: 'words', rows: 1 }]);
  expect(stillNamed(store.db, 'EBRA-41', null)).toEqual([]);
});

test('SQLite leaves copies of rows that it moved between pages before it deleted them; they go too', () => {
  using store = newStore();
  const { db } = store;
  (db as unknown as Database.Database).exec(
    'CREATE TABLE herd (key INTEGER PRIMARY KEY, id TEXT UNIQUE, code TEXT, notes TEXT)',
  );
  const keys = Array.from({ length: 60 }, (_, n) => [10 + 10 * n, 11 + 10 * n]).flat();
  const add = db.prepare('INSERT INTO herd VALUES (?, ?, ?, ?)');
  const grow = db.prepare('UPDATE herd SET notes = ? WHERE key = ?');
  const remove = db.prepare('DELETE FROM herd WHERE key = ?');
  inTransaction(db, () => {
    for (const key of keys) add.run(key, `id-${key}`, `ZEBRA-${key}-HERD`, '-'.repeat(150));
  });
  inTransaction(db, () => {
    for (const key of keys.filter((each) => each % 10 === 0)) grow.run('long '.repeat(3 * (key - 10)), key);
  });
  // One child after the other: where all goes at once, every page is freed and zeroed.
  const found = keys.filter((key) => {
    remove.run(key);
    db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    return pagesOf(db).includes(`ZEBRA-${key}-HERD`);
  });
  expect(db.prepare('PRAGMA secure_delete').pluck().get()).toBe(1);
  expect(found).not.toEqual([]);
  add.run(1, 'left', 'ZEBRA-1', '');
  expect(overwriteDeleted(db)).toBe(true);
  expect(pagesOf(db).includes('-HERD')).toBe(false);
});
