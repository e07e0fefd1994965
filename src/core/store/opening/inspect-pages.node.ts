import Database from 'better-sqlite3-multiple-ciphers';
import { MIGRATIONS, schemaVersion } from '../migrations/migrations.node.ts';
import { DamagedStoreError, NewerStoreError, WrongKeyError } from '../store-errors.ts';
import { isWrittenUnder } from '../store-file.node.ts';
import { connect } from './connection.node.ts';

/**
 * How closely a store is looked at. `glance`: its first page and its schema; SQLite itself refuses a file that is shorter than
 * it says. `quick_check(1)`: every page in use. `integrity_check(1)` compares indexes with their tables too, which is only in doubt
 * where a log was cut at some point.
 */
export type PageCheck = 'glance' | 'quick_check(1)' | 'integrity_check(1)';

/** What a look has found, as plain data: it may have been made in another thread. */
export type PagesFound =
  | { readonly kind: 'answered'; readonly pages: string; readonly version: number }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

/** Whether SQLite says by an error that a page is not as it was written. */
export function isCorruption(error: unknown): error is Error & { code: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}

/**
 * Looks at a file through a read-only connection, which cannot move the write-ahead log into it: a writable one would
 * do that when it closes, and so write over a damaged file.
 */
export function inspectPages(file: string, key: Uint8Array, check: PageCheck): PagesFound {
  try {
    const db = connect(file, key, { readonly: true });
    try {
      const look = check === 'glance' ? "SELECT iif(count(*) >= 0, 'ok', '') FROM sqlite_schema" : `PRAGMA ${check}`;
      const [pages] = db.prepare<[], string>(look).pluck().all();
      return { kind: 'answered', pages: String(pages), version: schemaVersion(db) };
    } finally {
      db.close();
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !isCorruption(error)) throw error;
    return { kind: 'refused', code: error.code, message: error.message };
  }
}

/**
 * @param key Null for a store that is open, whose key is known to be its own: to look at the file for it would give up the
 *   locks that this program has on it (see check-pages).
 * @throws WrongKeyError, DamagedStoreError or NewerStoreError, as they say.
 */
export function judgePages(file: string, key: Uint8Array | null, found: PagesFound): void {
  if (found.kind === 'refused') {
    if (found.code === 'SQLITE_NOTADB' && key && !isWrittenUnder(file, key)) throw new WrongKeyError(file);
    throw new DamagedStoreError(file, found.message);
  }
  const { pages, version } = found;
  if (pages !== 'ok') throw new DamagedStoreError(file, pages);
  if (version === 0) throw new DamagedStoreError(file, 'it holds no tables');
  if (version > MIGRATIONS.length) throw new NewerStoreError(file, { found: version, known: MIGRATIONS.length });
}
