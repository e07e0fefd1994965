import { performance } from 'node:perf_hooks';
import { setTimeout as rest } from 'node:timers/promises';
import type { ReadableDb } from '../store.node.ts';
import { PAGE_BYTES } from '../store-file.node.ts';
import { connect } from './connection.node.ts';
import { inspectPages, isCorruption, type PagesFound } from './inspect-pages.node.ts';

/**
 * The check of a whole store beside everything else, in steps that can be left off between any two: PRAGMA quick_check of eight
 * hours of a session takes half a second, and nothing ends it before its time.
 *
 * A small store gets its quick_check. Of a large one SQLite reads every page in use, whose seal it holds against the one that the cipher
 * wrote; none may be met twice and none left over. Then it checks each table but the long ones. Whatever is doubted is
 * settled by the quick_check that is asked for at the door. What only the one quick_check of all finds, rows of a long table that a
 * lost write has put out of order, is found in a large store by the next backup; a list of free pages, where it is needed.
 *
 * All of it goes through SQLite: on Linux and macOS a program that opens a file and closes it again gives up every lock that it has on
 * it, those of SQLite too, and another program could then open the store.
 */

/** As long as it works at a time, and as long as it then rests, so that a live session beside it has the processor. */
const PIECE_MS = 8;
/** The page with the byte by which SQLite locks a file: never written. */
const LOCK_PAGE = 2 ** 30 / PAGE_BYTES + 1;
/** Up to this a quick_check takes less than a second. */
const SMALL_PAGES = (64 * 2 ** 20) / PAGE_BYTES;
/** A table of more is long: its quick_check would hold up whoever waits for a timeline. */
const LONG_PAGES = (8 * 2 ** 20) / PAGE_BYTES;

interface HowToCheck {
  readonly file: string;
  readonly key: Uint8Array;
  /** Runs a step over the store when no other does. */
  readonly inTurn: <Found>(step: () => Found) => Promise<Found>;
  /** A store of at most so many is checked in one step. */
  readonly smallPages?: number;
  readonly inspect?: typeof inspectPages;
}

/** @param db A reader of the store. */
export async function checkPages(
  db: ReadableDb,
  { file, key, inTurn, smallPages = SMALL_PAGES, inspect = inspectPages }: HowToCheck,
): Promise<PagesFound> {
  const count = await inTurn(() => numberOf(db, 'page_count'));
  const tables = count > smallPages ? await tablesOfWhole(file, key) : null;
  const isWhole = tables !== null && (await areOrdered(db, tables, inTurn));
  return await inTurn(() => inspect(file, key, isWhole ? 'glance' : 'quick_check(1)'));
}

/** @returns The tables that are not long; null unless every page can be read and belongs to one table or index, or is free. */
async function tablesOfWhole(file: string, key: Uint8Array): Promise<string[] | null> {
  // A connection of its own: what another has read before would not be read from the disk.
  const db = connect(file, key, { readonly: true, fileMustExist: true });
  try {
    db.prepare('BEGIN').run();
    const [count, free] = [numberOf(db, 'page_count'), numberOf(db, 'freelist_count')];
    const isMet = new Uint8Array(count + 1);
    const pagesOf = new Map<string, number>();
    let met = 0;
    let beganMs = performance.now();
    const all = db.prepare<[], [string, number]>('SELECT name, pageno FROM dbstat').raw();
    for (const [name, page] of all.iterate()) {
      if (isMet[page] !== 0) return null;
      isMet[page] = 1;
      met += 1;
      pagesOf.set(name, (pagesOf.get(name) ?? 0) + 1);
      if (performance.now() - beganMs < PIECE_MS) continue;
      await rest(PIECE_MS);
      beganMs = performance.now();
    }
    if (met + free + (count >= LOCK_PAGE ? 1 : 0) !== count) return null;
    const trees = db.prepare<[], [string, string]>('SELECT name, tbl_name FROM sqlite_schema WHERE rootpage > 0').raw();
    const sizes = new Map<string, number>();
    for (const [name, table] of trees.all()) sizes.set(table, (sizes.get(table) ?? 0) + (pagesOf.get(name) ?? 0));
    return [...sizes].filter(([, pages]) => pages <= LONG_PAGES).map(([table]) => table);
  } catch (error) {
    if (!isCorruption(error)) throw error;
    return null;
  } finally {
    db.close();
  }
}

async function areOrdered(db: ReadableDb, tables: readonly string[], inTurn: HowToCheck['inTurn']): Promise<boolean> {
  try {
    for (const table of tables) {
      const check = db.prepare<[], string>(`PRAGMA quick_check("${table}")`).pluck();
      if ((await inTurn(() => check.get())) !== 'ok') return false;
      await rest(0);
    }
    return true;
  } catch (error) {
    if (!isCorruption(error)) throw error;
    return false;
  }
}

function numberOf(db: Pick<ReadableDb, 'prepare'>, pragma: 'page_count' | 'freelist_count'): number {
  return db.prepare<[], number>(`PRAGMA ${pragma}`).pluck().get() ?? 0;
}
