import { expect, test } from 'vitest';
import {
  addExport,
  dropExportFile,
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
  dropExportFile(db, order.id, { sessionId, format: 'pdf' });
  expect(exportSizeBytes(db, order.id)).toBe(0);
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
