import { expect, test } from 'vitest';
import { verifyAuditExport, writeAuditExport } from '../../security/audit-export.node.ts';
import { writeAuditHead } from '../../security/audit-head.node.ts';
import { makePrivateKey, readPrivateKey, type SigningKey } from '../../security/signature.node.ts';
import { appendAudit, auditEntries, verifyAudit } from '../audit.node.ts';
import { auditHead, checkAudit, compareHead } from '../audit-head.node.ts';
import type { WritableDb } from '../store.node.ts';
import { newStore } from '../testing/new-store.node.ts';
import { cutAudit, isCutDue, oldEntries } from './cut-audit.node.ts';
import { beginningText } from './stored-beginnings.node.ts';

const key = readPrivateKey(makePrivateKey());
const ownKey = key.publicKey.text;
const NOW = new Date('2027-06-15T09:00:00Z');
const BY = { siteName: 'Ward 3', months: 12, ruleBy: 'Ada', by: 'Faceward' };

/** A store with an entry a month from January 2026 on. */
function storeOfMonths(months = 18) {
  const store = newStore();
  for (let month = 0; month < months; month += 1) {
    const now = new Date(Date.UTC(2026, month, 10));
    appendAudit(store.db, { now, userName: 'Ann', action: 'sessions.start', subject: `month ${month + 1}` });
  }
  return store;
}

function cut(db: WritableDb, { now = NOW, by = key }: { now?: Date; by?: SigningKey } = {}): number {
  return cutAudit(db, { ...BY, old: oldEntries(db, 12, now)!, now, key: by });
}

const withoutGuards = (db: WritableDb) => {
  for (const guard of ['audit_no_update', 'audit_no_delete', 'audit_cuts_no_update', 'audit_cuts_no_delete']) {
    db.prepare(`DROP TRIGGER ${guard}`).run();
  }
};

test('what is older than the rule goes, an entry tells of it, and what is left is a whole chain', () => {
  using store = storeOfMonths();
  const { db } = store;
  const ends = [...auditEntries(db)].map(({ sequence, hash }) => ({ entries: sequence, lastHash: hash }));
  expect(oldEntries(db, 12, NOW)).toEqual({ from: 1, until: 6 });
  expect(oldEntries(db, 24, NOW)).toBeNull();
  expect(cut(db)).toBe(6);
  const left = [...auditEntries(db)];
  expect(left.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 13 }, (_, i) => 7 + i));
  expect(left.at(-1)).toMatchObject({
    userName: 'Faceward',
    action: 'audit.cut',
    subject: `1 to 6, until 2026-06-10T00:00:00.000Z, ${ends[5]!.lastHash}`,
  });
  expect(verifyAudit(db)).toMatchObject({ kind: 'intact', entries: 19 });
  expect(checkAudit(db, { headText: writeAuditHead(auditHead(db)!, key), ownKey })).toBeNull();
  expect([2, 6, 7, 18].map((entry) => compareHead(db, ends[entry - 1]!))).toEqual([
    'removed',
    'agrees',
    'agrees',
    'agrees',
  ]);
  expect(compareHead(db, { entries: 6, lastHash: ends[0]!.lastHash })).toBe('differs');
  expect(compareHead(db, { entries: 20, lastHash: ends[0]!.lastHash })).toBe('missing');
  // A head that was written before the cut and never since.
  expect(
    checkAudit(db, { headText: writeAuditHead({ ...ends[2]!, atIso: NOW.toISOString() }, key), ownKey }),
  ).toBeNull();
});

test('nothing but what was cut can be deleted, and what tells of a cut cannot be changed', () => {
  using store = storeOfMonths();
  const { db } = store;
  cut(db);
  expect(() => db.prepare('DELETE FROM audit WHERE sequence = 7').run()).toThrow('append-only');
  expect(() => db.prepare('DELETE FROM audit_cuts').run()).toThrow('stays told');
  expect(() => db.prepare("UPDATE audit_cuts SET statement_json = ''").run()).toThrow('stays told');
});

test('a second cut goes on from the first, a month later at the earliest', () => {
  using store = storeOfMonths();
  const { db } = store;
  expect(isCutDue(db, NOW)).toBe(true);
  cut(db);
  expect(isCutDue(db, new Date('2027-07-15T08:59:00Z'))).toBe(false);
  const later = new Date('2027-09-15T09:00:00Z');
  expect(isCutDue(db, later)).toBe(true);
  expect(oldEntries(db, 12, later)).toEqual({ from: 7, until: 9 });
  cut(db, { now: later });
  expect(verifyAudit(db)).toMatchObject({ kind: 'intact', entries: 20 });
  expect(db.prepare('SELECT count(*) FROM audit_cuts').pluck().get()).toBe(2);
});

test.for([
  [
    'its beginning is removed by other means',
    (db: WritableDb) => db.prepare('DELETE FROM audit WHERE sequence < 4').run(),
    4,
  ],
  [
    'more than was cut is removed',
    (db: WritableDb) => [cut(db), db.prepare('DELETE FROM audit WHERE sequence < 9').run()],
    9,
  ],
  ['another site signed the cut', (db: WritableDb) => cut(db, { by: readPrivateKey(makePrivateKey()) }), 7],
  [
    'the statement was changed',
    (db: WritableDb) => [
      cut(db),
      db
        .prepare('UPDATE audit_cuts SET statement_json = replace(statement_json, \'"months":12\', \'"months":13\')')
        .run(),
    ],
    7,
  ],
  ['the statement was removed', (db: WritableDb) => [cut(db), db.prepare('DELETE FROM audit_cuts').run()], 7],
] as const)('a log is not whole when %s', ([, change, first]) => {
  using store = storeOfMonths();
  const { db } = store;
  withoutGuards(db);
  change(db);
  const headText = writeAuditHead(auditHead(db)!, key);
  expect(checkAudit(db, { headText, ownKey })).toMatchObject({ fault: 'beginning-missing', atSequence: first });
});

test('a cut of which no entry tells is none, and an older store beside a newer head is named as before', () => {
  using store = storeOfMonths();
  const { db } = store;
  cut(db);
  const headText = writeAuditHead(auditHead(db)!, key);
  using older = storeOfMonths();
  expect(checkAudit(older.db, { headText, ownKey })).toMatchObject({ fault: 'older-store', known: { entries: 19 } });
  withoutGuards(db);
  db.prepare("DELETE FROM audit WHERE action = 'audit.cut'").run();
  expect(verifyAudit(db)).toMatchObject({
    kind: 'broken',
    atSequence: 7,
    message: expect.stringContaining('no entry tells'),
  });
});

test('a copy of such a log is whole with its first line, and not without it', () => {
  using store = storeOfMonths();
  const { db } = store;
  cut(db);
  const about = { siteName: 'Ward 3', exportedAtIso: NOW.toISOString(), beginning: beginningText(db) };
  const lines = [...writeAuditExport(auditEntries(db), about, key)];
  expect(verifyAuditExport(lines.join(''))).toMatchObject({
    kind: 'whole',
    head: { entries: 19 },
    beginning: { entries: 6, months: 12, ruleBy: 'Ada', untilIso: '2026-06-10T00:00:00.000Z' },
  });
  expect(verifyAuditExport(lines.slice(1).join(''))).toMatchObject({ kind: 'broken', atSequence: 1 });
  expect(verifyAuditExport([lines[0], ...lines.slice(2)].join(''))).toMatchObject({ kind: 'broken', atSequence: 7 });
  const changed = lines.with(0, lines[0]!.replace('"months":12', '"months":13'));
  expect(verifyAuditExport(changed.join(''))).toEqual({ kind: 'beginning-changed' });
  const another = lines.with(
    -1,
    [...writeAuditExport(auditEntries(db), about, readPrivateKey(makePrivateKey()))].at(-1)!,
  );
  expect(verifyAuditExport(another.join(''))).toEqual({ kind: 'beginning-changed' });
});
