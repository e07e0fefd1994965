import { expect, test } from 'vitest';
import {
  addExport,
  dropExportPiece,
  exportFilePieces,
  exportSizeBytes,
  findExport,
  keepExportFile,
  keepExportPiece,
  keptExportFiles,
  listExportFiles,
  listExports,
  removeExport,
  updateExport,
} from './exports.node.ts';
import type { ReadableDb } from './store.node.ts';
import { expectKind, NOW, newSession, newStore } from './testing/new-store.node.ts';

function newExport() {
  const store = newStore();
  const sessionId = newSession(store.db, store.childId, store.userId);
  const wanted = { formats: ['pdf', 'bids'], language: 'nl', isIdentified: true, sessionIds: [sessionId] };
  return { ...store, sessionId, order: addExport(store.db, { ...wanted, startedBy: store.userId, now: NOW }) };
}

const file = (sessionId: string, format = 'pdf', text = 'one') => ({
  sessionId,
  format,
  fileName: `r.${format}`,
  mediaType: 'application/pdf',
  bytes: new TextEncoder().encode(text),
});

const textOf = (db: ReadableDb, ...of: [string, { sessionId: string; format: string }]) =>
  Buffer.concat([...exportFilePieces(db, ...of)]).toString();

test('an export is there as it was ordered, with no file', () => {
  using store = newExport();
  const { db, order, sessionId } = store;
  expect(order).toEqual({
    id: order.id,
    formats: ['pdf', 'bids'],
    language: 'nl',
    isIdentified: true,
    state: 'running',
    startedById: store.userId,
    sessionIds: [sessionId],
    problems: [],
    filesDone: 0,
    startedAtIso: NOW.toISOString(),
    startedBy: 'Ann',
  });
  expect(listExports(db)).toEqual([order]);
  expect(findExport(db, 'none')).toBeNull();
  expect(exportSizeBytes(db, order.id)).toBe(0);
});

test('a file is kept once for a session and format, and read back byte by byte', () => {
  using store = newExport();
  const { db, order, sessionId } = store;
  for (const text of ['one', 'one again']) {
    expectKind(keepExportFile(db, order.id, file(sessionId, 'pdf', text)), 'kept');
  }
  expectKind(keepExportFile(db, order.id, file(sessionId, 'bids', 'zip')), 'kept');
  expect(findExport(db, order.id)?.filesDone).toBe(2);
  expect(
    keptExportFiles(db, order.id)
      .map(({ format }) => format)
      .toSorted(),
  ).toEqual(['bids', 'pdf']);
  const read = listExportFiles(db, order.id).map((each) => [each.format, textOf(db, order.id, each)]);
  expect(read).toEqual([
    ['bids', 'zip'],
    ['pdf', 'one again'],
  ]);
  expect(exportSizeBytes(db, order.id)).toBe(12);
});

test('a long file is kept in pieces, and is there once its beginning is', () => {
  using store = newExport();
  const { db, order, sessionId } = store;
  for (const [index, text] of ['two,', 'three'].entries()) {
    expectKind(keepExportPiece(db, order.id, file(sessionId, 'pdf', text), index + 1), 'kept');
  }
  expect(listExportFiles(db, order.id)).toEqual([]);
  expect(keptExportFiles(db, order.id)).toEqual([]);
  expect(findExport(db, order.id)?.filesDone).toBe(0);
  keepExportFile(db, order.id, file(sessionId, 'pdf', 'one,'));
  expect(findExport(db, order.id)?.filesDone).toBe(1);
  expect(textOf(db, order.id, { sessionId, format: 'pdf' })).toBe('one,two,three');
});

test('a file is forgotten a piece at a time, its beginning first, and others stay', () => {
  using store = newExport();
  const { db, order, sessionId } = store;
  keepExportPiece(db, order.id, file(sessionId, 'pdf', 'two,'), 1);
  keepExportPiece(db, order.id, file(sessionId, 'pdf', 'three'), 2);
  keepExportFile(db, order.id, file(sessionId, 'pdf', 'one,'));
  keepExportFile(db, order.id, file(sessionId, 'bids', 'another'));
  const sizes = [];
  while (dropExportPiece(db, order.id, { sessionId, format: 'pdf' })) {
    sizes.push([exportSizeBytes(db, order.id), findExport(db, order.id)?.filesDone]);
  }
  expect(sizes).toEqual([
    [16, 1],
    [12, 1],
    [7, 1],
  ]);
  expect(dropExportPiece(db, 'another', null)).toBe(false);
  expect([dropExportPiece(db, order.id, null), dropExportPiece(db, order.id, null)]).toEqual([true, false]);
  expect(findExport(db, order.id)).toMatchObject({ id: order.id, filesDone: 0 });
});

test('state and problems change, the order stays', () => {
  using store = newExport();
  const { db, order } = store;
  const changed = expectKind(updateExport(db, order.id, { state: 'stopped', problems: ['No.'] }), 'updated').export;
  expect(changed).toEqual({ ...order, state: 'stopped', problems: ['No.'] });
  expect(updateExport(db, 'none', { state: 'stopped' })).toEqual({ kind: 'not-found' });
});

test('a file of a session or an export that is gone is not kept', () => {
  using store = newExport();
  const { db, order, sessionId } = store;
  expect(keepExportFile(db, order.id, file('none'))).toEqual({ kind: 'not-found' });
  expectKind(removeExport(db, order.id), 'removed');
  expect(keepExportFile(db, order.id, file(sessionId))).toEqual({ kind: 'not-found' });
});

test('a removed export is gone with its files', () => {
  using store = newExport();
  const { db, order, sessionId } = store;
  keepExportFile(db, order.id, file(sessionId));
  expectKind(removeExport(db, order.id), 'removed');
  expect(listExports(db)).toEqual([]);
  expect(db.prepare('SELECT count(*) FROM export_files').pluck().get()).toBe(0);
  expect(removeExport(db, order.id)).toEqual({ kind: 'not-found' });
});

test.each([
  ['between two pieces', 1],
  ['before its first piece', 0],
])('a file that goes %s while it is read is refused, and is not cut short', (_, taken) => {
  using store = newExport();
  const { db, order, sessionId } = store;
  keepExportFile(db, order.id, file(sessionId, 'boris', 'one,'));
  keepExportPiece(db, order.id, file(sessionId, 'boris', 'two'), 1);
  keepExportFile(db, order.id, file(sessionId, 'boris-events', 'another'));
  const pieces = exportFilePieces(db, order.id, { sessionId, format: 'boris' });
  for (let number = 0; number < taken; number += 1) pieces.next();
  while (dropExportPiece(db, order.id, { sessionId, format: 'boris' }));
  expect(() => [...pieces]).toThrow(/pieces? of the boris of session .* expected; found/);
});
