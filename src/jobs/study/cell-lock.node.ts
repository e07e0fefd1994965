import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import Database from 'better-sqlite3-multiple-ciphers';
import { z } from 'zod';
import { demandNode } from '../../core/store/demand-node.node.ts';

export type CellLock =
  | { readonly kind: 'held'; readonly release: () => void }
  | { readonly kind: 'taken'; readonly by: string };

const holderSchema = z.object({ pid: z.number().int(), host: z.string(), sinceIso: z.string() });

/**
 * Takes a cell for this process, unless another one has it.
 *
 * The lock is the operating system's, taken by SQLite on an empty file: it ends with the process however that ends, so
 * that a killed study leaves none that is stale, and a process number used again is not taken for the holder. The note
 * beside it, with process number and host, is for people.
 *
 * @param file Is made where it is missing, and stays: it is empty.
 */
export function lockCell(file: string, now: Date): CellLock {
  demandNode();
  const db = new Database(file, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') {
      return { kind: 'taken', by: holderOf(noteOf(file)) };
    }
    throw error;
  }
  writeFileSync(noteOf(file), JSON.stringify({ pid: process.pid, host: hostname(), sinceIso: now.toISOString() }));
  return { kind: 'held', release: () => db.close() };
}

function noteOf(file: string): string {
  return `${file}.holder.json`;
}

function holderOf(note: string): string {
  try {
    const { pid, host, sinceIso } = holderSchema.parse(JSON.parse(readFileSync(note, 'utf8')));
    return `process ${pid} on ${host}, since ${sinceIso}`;
  } catch {
    // In the instant in which the holder has the lock and has not yet said who it is.
    return 'another process';
  }
}
