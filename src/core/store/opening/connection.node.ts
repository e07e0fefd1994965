import type Database from 'better-sqlite3-multiple-ciphers';
import { openDatabase } from '../open-database.node.ts';
import { KEY_BYTES, rawKeyPragma } from '../store-file.node.ts';

/** A connection to a store as all of them are: what is committed survives a power cut, what is deleted is overwritten. */
export function connect(file: string, key: Uint8Array, options: Database.Options = {}): Database.Database {
  const db = openUnder(file, key, options);
  try {
    // FULL: a committed batch survives a power cut, not only a killed process.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // What is deleted, since consent to keep it ended, is overwritten.
    db.pragma('secure_delete = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A connection that has read nothing yet. */
export function openUnder(file: string, key: Uint8Array, options: Database.Options): Database.Database {
  if (key.length !== KEY_BYTES) throw new RangeError(`a key of ${KEY_BYTES} bytes was expected; found ${key.length}`);
  const db = openDatabase(file, options);
  try {
    db.pragma("cipher = 'sqlcipher'");
    db.pragma('legacy = 4');
    db.pragma(rawKeyPragma(key));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
