import type Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { countRows } from '../backup/copy-store.node.ts';
import { addModel } from '../lab/models.node.ts';
import { videoNames } from '../sessions/videos.node.ts';
import { inTransaction, type WritableDb } from '../store.node.ts';
import { putFullChild } from '../testing/full-child.node.ts';
import { BASE_MODEL, newStore } from '../testing/new-store.node.ts';
import { dropUnconsented } from './drop-unconsented.node.ts';
import { countErasure, eraseRows, overwriteDeleted } from './erase.node.ts';
import { ERASE_PLAN } from './erase-plan.ts';
import { type ErasureTarget, erasureScope } from './erasure-scope.node.ts';
import type { Held } from './held.ts';
import { heldCode, tablesOf } from './held-tables.node.ts';
import { dropHeld, holdRows } from './hold.node.ts';
import { putBackHeld } from './put-back-held.node.ts';

const ID = '0f3a5c1e-1111-4222-8333-444455556666';
const TARGETS: readonly ErasureTarget[] = [
  { kind: 'child', childId: 'child-10' },
  { kind: 'session', sessionId: 'session-10' },
  { kind: 'picture', sessionId: 'session-10', atMs: 400 },
  { kind: 'video', sessionId: 'session-10' },
];

function twoChildren() {
  const store = newStore();
  addModel(store.db, BASE_MODEL);
  const whose = { userId: store.userId, modelId: 'base' };
  putFullChild(store.db, { ...whose, code: 'ZEBRA-41', key: 10 });
  putFullChild(store.db, { ...whose, code: 'ZEBRA-4', key: 20 });
  return store;
}

/** Every row of every table of the plan, and the lists of exports. */
function everything({ db, userId }: { readonly db: WritableDb; readonly userId: string }) {
  return [...ERASE_PLAN.map(({ table }) => table), 'exports'].map((table) => [
    table,
    db
      .prepare(`SELECT * FROM ${table}`)
      .all()
      // Two stores have users and a first child of their own.
      .map((row) => JSON.stringify(row).replaceAll(userId, 'user'))
      .filter((row) => !row.includes('KID-7'))
      .toSorted(),
  ]);
}

function hold(db: WritableDb, target: ErasureTarget, id = ID): Held {
  const scope = erasureScope(db, target)!;
  const counts = countErasure(db, scope);
  const { films } = holdRows(db, id, scope);
  const { sessionIds, atMs, of } = scope;
  return { childId: of.childId, sessionIds: [...sessionIds], atMs, counts, handedOut: 0, auditEntries: 0, films };
}

test.each(TARGETS)('a $kind that waits is in no table that the program reads, and comes back as it was', (target) => {
  using store = twoChildren();
  const { db } = store;
  const before = everything(store);
  using other = twoChildren();
  eraseRows(other.db, erasureScope(other.db, target)!);
  const held = hold(db, target);
  expect(everything(store), 'as if it were erased').toEqual(everything(other));
  expect(erasureScope(db, target)).toBeNull();
  expect(heldCode(db, ID, held)).toBe('ZEBRA-41');
  expect(videoNames(db).size, 'the files of its videos stay').toBe(4);

  expect(putBackHeld(db, ID, held)).toEqual({ lost: 0 });
  expect(everything(store)).toEqual(before);
  expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  expect(tablesOf(db, ID).size).toBe(0);
});

test.each(TARGETS)('a $kind that has waited is in no page any more once it is dropped', (target) => {
  using store = twoChildren();
  const { db } = store;
  // What is looked for stands in the rows of this one alone.
  db.prepare("UPDATE sessions SET notes = 'QUAGGA words' WHERE id = 'session-10'").run();
  db.prepare("UPDATE videos SET name = 'QUAGGA video' WHERE session_key = 10").run();
  db.prepare('UPDATE crops SET grey = ? WHERE session_key = 10 AND at_ms = 400').run(Buffer.from('QUAGGA picture'));
  const holds = () => (db as unknown as Database.Database).serialize().includes(Buffer.from(of[target.kind]));
  const of = { child: 'QUAGGA words', session: 'QUAGGA words', picture: 'QUAGGA picture', video: 'QUAGGA video' };
  hold(db, target);
  expect(holds()).toBe(true);
  dropHeld(db, ID);
  expect(overwriteDeleted(db)).toBe(true);
  expect(holds()).toBe(false);
  expect([...countRows(db).keys()].filter((name) => name.startsWith('held'))).toEqual([]);
});

test('comes back beside what was made meanwhile under the same numbers', () => {
  using store = twoChildren();
  const { db, userId } = store;
  const held = hold(db, { kind: 'child', childId: 'child-10' });
  // Its second number is the first one's: keys that are free are given again.
  putFullChild(db, { userId, modelId: 'base', code: 'NEW-1', key: 11 });
  // The made-up child's texts follow from its number: only what a real one would share is left alike.
  inTransaction(db, () => {
    db.prepare('PRAGMA defer_foreign_keys = ON').run();
    for (const [table, column] of RENAMED) {
      db.prepare(
        `UPDATE ${table} SET ${column} = 'new-' || ${column} WHERE ${column} LIKE '%-11' OR ${column} LIKE '%-12'`,
      ).run();
    }
  });
  expect(putBackHeld(db, ID, held)).toEqual({ lost: 0 });
  const readings = db.prepare(
    `SELECT count(*) FROM samples JOIN sessions ON key = session_key JOIN children ON children.id = child_id WHERE code = ?`,
  );
  expect(readings.pluck().get('ZEBRA-41')).toBe(400);
  expect(readings.pluck().get('NEW-1')).toBe(400);
  const faces = db.prepare(`SELECT subject FROM dataset_faces JOIN dataset_images ON key = image_key ORDER BY subject`);
  expect(faces.pluck().all()).toEqual(['NEW-1', 'NEW-1', 'ZEBRA-4', 'ZEBRA-4', 'ZEBRA-41', 'ZEBRA-41']);
});

const RENAMED = [
  ['consents', 'id'],
  ['consent_scans', 'id'],
  ['consent_scans', 'consent_id'],
  ['cautions', 'id'],
  ['markers', 'id'],
  ['observations', 'id'],
  ['annotations', 'id'],
  ['baselines', 'id'],
  ['videos', 'name'],
  ['rating_stretches', 'id'],
] as const;

test('does not come back over another child of the same code, nor without its child or session', () => {
  using store = twoChildren();
  const { db } = store;
  const [other, third] = [ID.replace('0', '1'), ID.replace('0', '2')];
  const picture = hold(db, { kind: 'picture', sessionId: 'session-10', atMs: 400 }, other);
  const session = hold(db, { kind: 'session', sessionId: 'session-10' }, third);
  expect(putBackHeld(db, other, picture)).toBe('session-not-there');
  const child = hold(db, { kind: 'child', childId: 'child-10' });
  expect(putBackHeld(db, third, session)).toBe('child-not-there');
  db.prepare("UPDATE children SET code = 'zebra-41' WHERE id = 'child-20'").run();
  expect(putBackHeld(db, ID, child)).toBe('code-taken');
  db.prepare("UPDATE children SET code = 'ZEBRA-4' WHERE id = 'child-20'").run();
  expect(putBackHeld(db, ID, child)).toEqual({ lost: 0 });
  expect(putBackHeld(db, third, session)).toEqual({ lost: 0 });
  expect(putBackHeld(db, other, picture)).toEqual({ lost: 0 });
  const film = db.prepare("SELECT live_session_id FROM sessions WHERE id = 'film-10'").pluck();
  expect(film.get(), 'a film names its session again').toBe('session-10');
});

test('says how many rows hung on what was removed meanwhile, and puts back the rest', () => {
  using store = twoChildren();
  const { db } = store;
  const held = hold(db, { kind: 'child', childId: 'child-10' });
  db.prepare("DELETE FROM runs WHERE id = 'run'").run();
  db.prepare("DELETE FROM datasets WHERE id = 'kept'").run();
  expect(putBackHeld(db, ID, held)).toEqual({ lost: 4 });
  expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
});

test('an export that somebody removed meanwhile stays removed, and one that had nothing else comes back', () => {
  using store = twoChildren();
  const { db } = store;
  db.prepare(`UPDATE exports SET session_ids_json = '["session-10"]' WHERE id = 'export-10'`).run();
  const held = hold(db, { kind: 'session', sessionId: 'session-10' });
  expect(db.prepare('SELECT id FROM exports').pluck().all()).toEqual(['export-20']);
  expect(putBackHeld(db, ID, held)).toEqual({ lost: 0 });
  expect(db.prepare('SELECT id FROM exports ORDER BY id').pluck().all()).toEqual(['export-10', 'export-20']);
  db.prepare(`UPDATE exports SET session_ids_json = '["session-10", "another"]' WHERE id = 'export-10'`).run();
  const again = hold(db, { kind: 'session', sessionId: 'session-10' });
  db.prepare("DELETE FROM exports WHERE id = 'export-10'").run();
  expect(putBackHeld(db, ID, again), 'its report').toEqual({ lost: 1 });
});

test('a consent that ends meanwhile takes at once what it alone had allowed', () => {
  using store = twoChildren();
  const { db } = store;
  db.prepare("UPDATE consents SET keep_crops = 1, keep_video = 1 WHERE child_id = 'child-10'").run();
  const now = new Date('2026-04-01T09:00:00Z');
  const session = { id: ID, held: hold(db, { kind: 'session', sessionId: 'session-10' }) };
  expect(dropUnconsented(db, session, { now, mayActByDate: true })).toBe(false);
  db.prepare("UPDATE consents SET withdrawn_at = ? WHERE child_id = 'child-10'").run(now.toISOString());
  expect(dropUnconsented(db, session, { now, mayActByDate: true })).toBe(true);
  const left = tablesOf(db, ID);
  for (const table of ['crops', 'dataset_images', 'videos']) expect(left.has(table), table).toBe(false);
  for (const table of ['samples', 'baselines']) expect(left.has(table), table).toBe(true);
  expect(videoNames(db).size).toBe(3);
  expect(putBackHeld(db, ID, session.held)).toEqual({ lost: 0 });
});

test('also where the consent itself waits, after its last day', () => {
  using store = twoChildren();
  const { db } = store;
  const child = { id: ID, held: hold(db, { kind: 'child', childId: 'child-10' }) };
  const at = (iso: string, mayActByDate = true) => ({ now: new Date(iso), mayActByDate });
  expect(dropUnconsented(db, child, at('2026-12-31T09:00:00Z'))).toBe(false);
  expect(dropUnconsented(db, child, at('2027-01-01T09:00:00Z', false)), 'a clock in doubt').toBe(false);
  expect(dropUnconsented(db, child, at('2027-01-01T09:00:00Z'))).toBe(true);
  expect(tablesOf(db, ID).has('crops')).toBe(false);
});
