import { expect, test } from 'vitest';
import { CHAIN_START, entryHash } from '../security/audit-chain.node.ts';
import { writeAuditHead } from '../security/audit-head.node.ts';
import { makePrivateKey, readPrivateKey } from '../security/signature.node.ts';
import { appendAudit, auditEntries } from './audit.node.ts';
import {
  acknowledgeAuditFindings,
  auditHead,
  checkAudit,
  keepAuditFinding,
  listAuditFindings,
  rememberHeadIsKept,
} from './audit-head.node.ts';
import type { WritableDb } from './store.node.ts';
import { NOW, newStore } from './testing/new-store.node.ts';

const key = readPrivateKey(makePrivateKey());
const ownKey = key.publicKey.text;

function append(db: WritableDb, ...subjects: string[]): void {
  for (const subject of subjects) {
    appendAudit(db, { now: NOW, userName: 'Ann', action: 'sessions.start', subject });
  }
}

/** A store with five entries, its guards taken away, and its head as it was written beside it. */
function logOfFive() {
  const store = newStore();
  append(store.db, 'one', 'two', 'three', 'four', 'five');
  rememberHeadIsKept(store.db);
  for (const guard of ['audit_no_update', 'audit_no_delete']) store.db.prepare(`DROP TRIGGER ${guard}`).run();
  return Object.assign(store, { headText: writeAuditHead(auditHead(store.db)!, key) });
}

const remove = (db: WritableDb, from: number) => db.prepare('DELETE FROM audit WHERE sequence >= ?').run(from);
const withoutMark = (db: WritableDb) => db.prepare("DELETE FROM settings WHERE name = 'audit-mark'").run();
const setMark = (db: WritableDb) =>
  db.prepare("UPDATE settings SET value_json = ? WHERE name = 'audit-mark'").run(JSON.stringify(auditHead(db)));

/** All entries once more, by another name, each well chained to the one before it. */
function rewrite(db: WritableDb): void {
  const before = [...auditEntries(db)];
  remove(db, 1);
  let previousHash = CHAIN_START;
  for (const { sequence, atIso, action, subject } of before) {
    const hash = entryHash({ sequence, atIso, userName: 'Bob', action, subject }, previousHash);
    db.prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)').run(
      sequence,
      atIso,
      'Bob',
      action,
      subject,
      previousHash,
      hash,
    );
    previousHash = hash;
  }
}

test('a log that ends where its head says, or goes on from there, is as it should be', () => {
  using store = logOfFive();
  const { db, headText } = store;
  expect(checkAudit(db, { headText, ownKey })).toBe(null);
  append(db, 'six');
  expect(checkAudit(db, { headText, ownKey })).toBe(null);
});

test.for([
  ['its end is cut off', (db: WritableDb) => remove(db, 4), { fault: 'tail-cut', found: { entries: 3 } }],
  ['it is emptied', (db: WritableDb) => remove(db, 1), { fault: 'emptied', found: null }],
  ['it is emptied, and the mark with it', (db: WritableDb) => [remove(db, 1), withoutMark(db)], { fault: 'emptied' }],
  ['it is written anew', rewrite, { fault: 'rewritten', found: { entries: 5 } }],
  ['it is written anew, and the mark with it', (db: WritableDb) => [rewrite(db), setMark(db)], { fault: 'rewritten' }],
  [
    'its end is cut off, and the mark with it',
    (db: WritableDb) => [remove(db, 4), setMark(db)],
    { fault: 'older-store' },
  ],
  [
    'an entry is changed',
    (db: WritableDb) => db.prepare("UPDATE audit SET subject = 'x' WHERE sequence = 2").run(),
    { fault: 'broken', atSequence: 2 },
  ],
] as const)('what is wrong is named when %s', ([, change, finding]) => {
  using store = logOfFive();
  change(store.db);
  expect(checkAudit(store.db, { headText: store.headText, ownKey })).toMatchObject({
    ...finding,
    known: { entries: 5 },
  });
});

test('an older store that was put back is named, with what is missing', () => {
  using store = logOfFive();
  const { db } = store;
  append(db, 'six', 'seven');
  const headText = writeAuditHead(auditHead(db)!, key);
  using older = logOfFive();
  expect(checkAudit(older.db, { headText, ownKey })).toMatchObject({
    fault: 'older-store',
    known: { entries: 7 },
    found: { entries: 5 },
  });
  // Worked with until it has as many entries, it is still another log.
  append(older.db, 'another six', 'another seven', 'another eight');
  expect(checkAudit(older.db, { headText, ownKey })).toMatchObject({ fault: 'rewritten' });
});

test('a head that is gone, changed or of another site is named; a site that never had one is not in doubt', () => {
  using store = logOfFive();
  const { db, headText } = store;
  const faultOf = (text: string | null) => checkAudit(db, { headText: text, ownKey })?.fault;
  expect(faultOf(null)).toBe('head-missing');
  expect(faultOf(headText.replace('"entries":5', '"entries":4'))).toBe('head-unreadable');
  expect(faultOf(writeAuditHead(auditHead(db)!, readPrivateKey(makePrivateKey())))).toBe('head-foreign');
  using young = newStore();
  append(young.db, 'one');
  expect(checkAudit(young.db, { headText: null, ownKey: null })).toBe(null);
});

test('a finding is kept once and stays until somebody knows of it', () => {
  using store = logOfFive();
  const { db, headText } = store;
  remove(db, 4);
  const finding = checkAudit(db, { headText, ownKey })!;
  expect(keepAuditFinding(db, finding, NOW)).toBe(true);
  expect(keepAuditFinding(db, finding, NOW)).toBe(false);
  expect(acknowledgeAuditFindings(db, { by: 'Ann', now: NOW })).toBe(1);
  expect(acknowledgeAuditFindings(db, { by: 'Bo', now: NOW })).toBe(0);
  expect(listAuditFindings(db)).toMatchObject([{ fault: 'tail-cut', acknowledged: { by: 'Ann' } }]);
});
