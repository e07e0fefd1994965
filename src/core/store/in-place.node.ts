import { type BigIntStats, statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { StoreGoneError } from './store-errors.ts';

/**
 * Whether an open store still lies where it was opened. An operating system lets a file be deleted, or its whole folder,
 * while a program has it open: SQLite goes on writing into a file that nobody can open again, and answers that all is well.
 */

/** A look costs some microseconds; a batch comes twice a second. */
const LOOK_EVERY_MS = 1000;

interface Place {
  readonly file: string;
  readonly was: BigIntStats;
  /** Whether the write-ahead log was seen beside it: from then on until the store is closed it has to be there. */
  hasLog: boolean;
  lookedAtMs: number;
}

const places = new WeakMap<object, Place>();

/** Remembers which file a connection was opened on. */
export function rememberPlace(db: object, file: string): void {
  places.set(db, { file, was: statSync(file, { bigint: true }), hasLog: false, lookedAtMs: Number.NEGATIVE_INFINITY });
}

/**
 * To be called before anything is written; looks at most once a second, and every time once something is missing.
 *
 * @throws StoreGoneError if the file, or the log beside it, was removed, or another file lies at its path.
 */
export function assertInPlace(db: object): void {
  const place = places.get(db);
  if (place && performance.now() - place.lookedAtMs >= LOOK_EVERY_MS) look(place);
}

/** The same, looking in any case: for what is told to be on disk. */
export function assertInPlaceNow(db: object): void {
  const place = places.get(db);
  if (place) look(place);
}

function look(place: Place): void {
  const { file, was } = place;
  const is = lookAt(file);
  const hasLog = lookAt(`${file}-wal`) !== null;
  if (is?.ino !== was.ino || is.dev !== was.dev || (place.hasLog && !hasLog)) {
    place.lookedAtMs = Number.NEGATIVE_INFINITY;
    throw new StoreGoneError(file);
  }
  place.hasLog = hasLog;
  place.lookedAtMs = performance.now();
}

/** @returns null where nothing can be found, whatever the reason: a drive that is away says many things. */
function lookAt(file: string): BigIntStats | null {
  try {
    return statSync(file, { bigint: true, throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}
