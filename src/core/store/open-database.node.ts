import Database from 'better-sqlite3-multiple-ciphers';
import { demandNode } from './demand-node.node.ts';

/**
 * The one way to a file of the store's kind. What does not fit into a connection's cache, a sort of many samples for one,
 * stays in memory: the cipher covers the file, its log and its journal, but temporary files would lie readable in the
 * system's folder for them. Memory stays bounded by reading long sessions in parts.
 *
 * @returns Caller closes it.
 * @throws Database.SqliteError
 */
export function openDatabase(file: string, options: Database.Options = {}): Database.Database {
  demandNode();
  const db = new Database(file, options);
  try {
    db.pragma('temp_store = MEMORY');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
