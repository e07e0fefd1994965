import { performance } from 'node:perf_hooks';
import { setTimeout as rest } from 'node:timers/promises';
import type { ReadableDb } from '../store.node.ts';
import { openPages, PAGE_BYTES } from '../store-file.node.ts';
import { inspectPages, isCorruption, type PagesFound } from './inspect-pages.node.ts';

/**
 * The check of a whole store beside everything else, in steps that can be left off between any two: PRAGMA quick_check of eight
 * hours of a session takes half a second, and nothing ends it before its time.
 *
 * First every page of the file is held against the seal that the cipher wrote into it. Then a small store gets its quick_check; of
 * a large one SQLite checks each table, and walks through the long ones a session at a time. Whatever one of them doubts is settled by the
 * quick_check that is asked for at the door: a free page that was never written has no seal either, and is no damage. What only the
 * one quick_check of all finds, a write that the disk has lost between two tables, is found in a large store by the next backup.
 */

/** As long as it works at a time, and as long as it then rests, so that a live session beside it has the processor. */
const PIECE_MS = 8;
/** The page with the byte by which SQLite locks a file: never written. */
const LOCK_PAGE = 2 ** 30 / PAGE_BYTES + 1;
/** Up to this a quick_check takes less than a second. */
const SMALL_PAGES = (64 * 2 ** 20) / PAGE_BYTES;
/** Tables that grow with every half second of a session. */
const LONG = ['batches', 'samples'] as const;

interface HowToCheck {
  readonly file: string;
  readonly key: Uint8Array;
  /** Runs a step over the store when no other does. */
  readonly inTurn: <Found>(step: () => Found) => Promise<Found>;
  /** A store of at most so many is checked in one step once its pages have their seals. */
  readonly smallPages?: number;
}

/** @param db A reader of the store. */
export async function checkPages(
  db: ReadableDb,
  { file, key, inTurn, smallPages = SMALL_PAGES }: HowToCheck,
): Promise<PagesFound> {
  const count = await inTurn(() => db.prepare<[], number>('PRAGMA page_count').pluck().get() ?? 0);
  const isWhole = (await areSealed(file, key, count)) && count > smallPages && (await areOrdered(db, inTurn));
  return await inTurn(() => inspectPages(file, key, isWhole ? 'glance' : 'quick_check(1)'));
}

/** @param count Those in use; what follows in the file is none of the store. */
async function areSealed(file: string, key: Uint8Array, count: number): Promise<boolean> {
  const pages = openPages(file, key);
  try {
    let beganMs = performance.now();
    for (let number = 1; number <= Math.min(count, pages.count()); number += 1) {
      if (number !== LOCK_PAGE && !pages.isAuthentic(number)) return false;
      if (performance.now() - beganMs < PIECE_MS) continue;
      await rest(PIECE_MS);
      beganMs = performance.now();
    }
    return true;
  } finally {
    pages.close();
  }
}

async function areOrdered(db: ReadableDb, inTurn: HowToCheck['inTurn']): Promise<boolean> {
  try {
    for (const table of await inTurn(() => tablesOf(db))) {
      const check = db.prepare<[], string>(`PRAGMA quick_check("${table}")`).pluck();
      if ((await inTurn(() => check.get())) !== 'ok') return false;
      await rest(0);
    }
    for (const table of LONG) {
      const walk = db.prepare(`SELECT sum(batch) FROM ${table} WHERE session_key = ?`);
      for (const session of await inTurn(() => sessionKeys(db))) {
        await inTurn(() => walk.get(session));
        await rest(PIECE_MS);
      }
    }
    return true;
  } catch (error) {
    if (!isCorruption(error)) throw error;
    return false;
  }
}

function tablesOf(db: ReadableDb): string[] {
  return db
    .prepare<[string], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .all(JSON.stringify(LONG));
}

function sessionKeys(db: ReadableDb): number[] {
  return db.prepare<[], number>('SELECT key FROM sessions ORDER BY key').pluck().all();
}
