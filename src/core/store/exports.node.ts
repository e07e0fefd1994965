import { randomUUID } from 'node:crypto';
import { assertOneChanged } from './assert-changed.node.ts';
import type { StoredExportState } from './export-states.ts';
import { inTransaction, type ReadableDb, type WritableDb } from './store.node.ts';

/** Reports of many sessions, kept encrypted until somebody fetches or removes them. */
export interface StoredExport {
  readonly id: string;
  readonly formats: readonly string[];
  readonly language: string;
  readonly isIdentified: boolean;
  readonly state: StoredExportState;
  /** In the order in which they are made. */
  readonly sessionIds: readonly string[];
  /** What could not be made, as plain data; sentences of an earlier version among it. */
  readonly problems: readonly unknown[];
  readonly filesDone: number;
  readonly startedAtIso: string;
  /** Name of who started it. */
  readonly startedBy: string;
  /** Id of the same user. */
  readonly startedById: string;
}

/** One file of an export. */
export interface ExportFile {
  readonly sessionId: string;
  readonly format: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Which file of an export. */
type FilePlace = Pick<ExportFile, 'sessionId' | 'format'>;

/**
 * A long file lies in several rows, so that the store is never held up for longer than one takes: its beginning under its
 * format, each further piece under the format with a number behind this. The beginning is written last: what has one is whole.
 */
const PIECE_MARK = '#';

const pieceName = (format: string, number: number) => `${format}${PIECE_MARK}${String(number).padStart(6, '0')}`;

/** In SQL, of a row of export_files: that it belongs to a file, told its export, session, format and further pieces. */
const IS_OF_FILE = 'export_id = ? AND session_id = ? AND (format = ? OR format LIKE ?)';

const furtherPieces = (format: string) => `${format}${PIECE_MARK}%`;

/** In SQL, of a row of export_files: that it is a file's beginning. */
const IS_BEGINNING = `instr(format, '${PIECE_MARK}') = 0`;

const SELECT = `
  SELECT exports.id, formats_json AS formatsJson, language, is_identified AS isIdentified, state,
         session_ids_json AS sessionIdsJson, problems_json AS problemsJson, started_at AS startedAtIso,
         users.name AS startedBy, started_by AS startedById,
         (SELECT count(*) FROM export_files WHERE export_id = exports.id AND ${IS_BEGINNING}) AS filesDone
  FROM exports
  JOIN users ON users.id = exports.started_by`;

/** Newest first. */
export function listExports(db: ReadableDb): StoredExport[] {
  return db.prepare<[], ExportRow>(`${SELECT} ORDER BY started_at DESC, exports.rowid DESC`).all().map(exportOf);
}

export function findExport(db: ReadableDb, exportId: string): StoredExport | null {
  const row = db.prepare<[string], ExportRow>(`${SELECT} WHERE exports.id = ?`).get(exportId);
  return row ? exportOf(row) : null;
}

/**
 * Enters an export as running, with no file yet.
 *
 * @param startedBy Id of the user.
 */
export function addExport(
  db: WritableDb,
  {
    startedBy,
    now,
    ...wanted
  }: Pick<StoredExport, 'formats' | 'language' | 'isIdentified' | 'sessionIds'> & {
    readonly startedBy: string;
    readonly now: Date;
  },
): StoredExport {
  return inTransaction(db, () => {
    const id = randomUUID();
    const result = db
      .prepare(
        `INSERT INTO exports (id, formats_json, language, is_identified, state, problems_json, started_at, started_by,
                              session_ids_json)
         VALUES (?, ?, ?, ?, 'running', '[]', ?, ?, ?)`,
      )
      .run(
        id,
        JSON.stringify(wanted.formats),
        wanted.language,
        wanted.isIdentified ? 1 : 0,
        now.toISOString(),
        startedBy,
        JSON.stringify(wanted.sessionIds),
      );
    assertOneChanged(result, 'adding an export');
    return existing(db, id);
  });
}

/** What may change in an export; what is left out stays. */
export function updateExport(
  db: WritableDb,
  exportId: string,
  change: Partial<Pick<StoredExport, 'state' | 'problems'>>,
): { kind: 'updated'; export: StoredExport } | { kind: 'not-found' } {
  return inTransaction(db, () => {
    const found = findExport(db, exportId);
    if (!found) return { kind: 'not-found' };
    const { state, problems } = { ...found, ...change };
    const result = db
      .prepare('UPDATE exports SET state = ?, problems_json = ? WHERE id = ?')
      .run(state, JSON.stringify(problems), exportId);
    assertOneChanged(result, 'updating an export');
    return { kind: 'updated', export: existing(db, exportId) };
  });
}

/** Keeps a file, or the beginning of one whose further pieces are kept already. It takes the place of what was there. */
export function keepExportFile(
  db: WritableDb,
  exportId: string,
  file: ExportFile,
): { kind: 'kept' } | { kind: 'not-found' } {
  return insertPiece(db, exportId, file, file.format);
}

/** Keeps a piece of a file behind its beginning. @param number From 1 on. */
export function keepExportPiece(
  db: WritableDb,
  exportId: string,
  file: ExportFile,
  number: number,
): { kind: 'kept' } | { kind: 'not-found' } {
  return insertPiece(db, exportId, file, pieceName(file.format, number));
}

function insertPiece(
  db: WritableDb,
  exportId: string,
  { sessionId, fileName, mediaType, bytes }: ExportFile,
  name: string,
): { kind: 'kept' } | { kind: 'not-found' } {
  return inTransaction(db, () => {
    const isThere = db.prepare<[string, string], number>(
      'SELECT 1 FROM exports, sessions WHERE exports.id = ? AND sessions.id = ?',
    );
    if (!isThere.get(exportId, sessionId)) return { kind: 'not-found' };
    const result = db
      .prepare(
        `INSERT OR REPLACE INTO export_files (export_id, session_id, format, file_name, media_type, bytes)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(exportId, sessionId, name, fileName, mediaType, bytes);
    assertOneChanged(result, 'keeping a file of an export');
    return { kind: 'kept' };
  });
}

/**
 * Forgets one piece of an export, a file's beginning before the others: what is left of the file counts as one that was never whole.
 * What is deleted is overwritten as well, which holds the store up for seconds where a long file goes all at once.
 *
 * @param file Null for any file of it.
 * @returns False where there is none.
 */
export function dropExportPiece(db: WritableDb, exportId: string, file: FilePlace | null): boolean {
  return inTransaction(db, () => {
    const [where, ...values] = file
      ? [IS_OF_FILE, exportId, file.sessionId, file.format, furtherPieces(file.format)]
      : ['export_id = ?', exportId];
    const row = db
      .prepare<string[], number>(`SELECT rowid FROM export_files WHERE ${where} ORDER BY session_id, format LIMIT 1`)
      .pluck()
      .get(...values);
    if (row === undefined) return false;
    const result = db.prepare('DELETE FROM export_files WHERE rowid = ?').run(row);
    assertOneChanged(result, 'forgetting a piece of an export');
    return true;
  });
}

/** The files of an export that are made so far. */
export function keptExportFiles(db: ReadableDb, exportId: string): FilePlace[] {
  return db
    .prepare<[string], FilePlace>(
      `SELECT session_id AS sessionId, format FROM export_files WHERE export_id = ? AND ${IS_BEGINNING}`,
    )
    .all(exportId);
}

/** Bytes of all files of an export. */
export function exportSizeBytes(db: ReadableDb, exportId: string): number {
  return db
    .prepare<[string], number>('SELECT coalesce(sum(length(bytes)), 0) FROM export_files WHERE export_id = ?')
    .pluck()
    .get(exportId) as number;
}

/** The files that are whole, in the order of format and name. */
export function listExportFiles(db: ReadableDb, exportId: string): Omit<ExportFile, 'bytes'>[] {
  return db
    .prepare<[string], Omit<ExportFile, 'bytes'>>(
      `SELECT session_id AS sessionId, format, file_name AS fileName, media_type AS mediaType
       FROM export_files WHERE export_id = ? AND ${IS_BEGINNING} ORDER BY format, file_name, session_id`,
    )
    .all(exportId);
}

/**
 * What one of them holds, a piece after the other, so that it need not all be in memory.
 *
 * @throws Error where the file goes while it is read: what was handed over would be cut short.
 */
export function* exportFilePieces(
  db: ReadableDb,
  exportId: string,
  { sessionId, format }: FilePlace,
): Generator<Uint8Array> {
  const count = db
    .prepare<[string, string, string, string], number>(`SELECT count(*) FROM export_files WHERE ${IS_OF_FILE}`)
    .pluck()
    .get(exportId, sessionId, format, furtherPieces(format)) as number;
  const select = db
    .prepare<[string, string, string], Uint8Array>(
      'SELECT bytes FROM export_files WHERE export_id = ? AND session_id = ? AND format = ?',
    )
    .pluck();
  for (let number = 0; number < Math.max(1, count); number += 1) {
    const bytes = select.get(exportId, sessionId, number === 0 ? format : pieceName(format, number));
    if (!bytes) {
      throw new Error(
        `${Math.max(1, count)} pieces of the ${format} of session ${sessionId} were expected; found ${number}: it was removed while it was read`,
      );
    }
    yield bytes;
  }
}

/** Whether a row of export_files is a file's beginning, by its format. */
export function isBeginning(format: string): boolean {
  return !format.includes(PIECE_MARK);
}

/** An export and what files of it there still are, gone for good. */
export function removeExport(db: WritableDb, exportId: string): { kind: 'removed' } | { kind: 'not-found' } {
  return inTransaction(db, () => {
    db.prepare('DELETE FROM export_files WHERE export_id = ?').run(exportId);
    const { changes } = db.prepare('DELETE FROM exports WHERE id = ?').run(exportId);
    return changes === 1 ? { kind: 'removed' } : { kind: 'not-found' };
  });
}

function existing(db: ReadableDb, exportId: string): StoredExport {
  const found = findExport(db, exportId);
  if (!found) throw new Error(`export ${exportId} was just written and is not there`);
  return found;
}

interface ExportRow extends Omit<StoredExport, 'formats' | 'isIdentified' | 'sessionIds' | 'problems'> {
  readonly formatsJson: string;
  readonly isIdentified: number;
  readonly sessionIdsJson: string;
  readonly problemsJson: string;
}

function exportOf({ formatsJson, isIdentified, sessionIdsJson, problemsJson, ...row }: ExportRow): StoredExport {
  return {
    ...row,
    formats: JSON.parse(formatsJson),
    isIdentified: isIdentified === 1,
    sessionIds: JSON.parse(sessionIdsJson),
    problems: JSON.parse(problemsJson),
  };
}
