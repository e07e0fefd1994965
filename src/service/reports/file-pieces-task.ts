import { randomUUID } from 'node:crypto';
import { type Bytes, wholeOf } from '../../core/report/pieces/pieces.ts';
import type { OpenReport } from '../../core/report/report.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';

/** A file as it is handed over: its first piece, and the id under which there is more of it; null where that is all. */
export interface BegunFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Bytes;
  readonly more: string | null;
}

export type FilePiece = Pick<BegunFile, 'bytes' | 'more'>;

/** What one answer may hold, about: what the two threads and the window have in memory of a file at once. */
const PIECE_BYTES = 2 ** 20;

/** Whoever begins more than so many without taking them to their end loses the oldest. */
const MOST_OPEN = 8;

/** Files that this thread has begun, oldest first. */
const begun = new Map<string, AsyncIterator<Uint8Array>>();

/** Begins to hand over a file, a short one whole. */
export async function beginFile({ pieces, ...about }: OpenReport): Promise<BegunFile> {
  const iterator = inTurn(pieces);
  return { ...about, ...(await take(randomUUID(), iterator)) };
}

/** The next piece of a file that this thread has begun; null where it knows of none. */
export async function nextPiece(_db: ReadableDb, { more }: { readonly more: string }): Promise<FilePiece | null> {
  const iterator = begun.get(more);
  if (!iterator) return null;
  begun.delete(more);
  return await take(more, iterator);
}

/** What cannot be gone on with, since its reading failed, is forgotten. */
async function take(id: string, iterator: AsyncIterator<Uint8Array>): Promise<FilePiece> {
  const taken: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const next = await iterator.next();
    if (next.done) return { bytes: await wholeOf(taken), more: null };
    taken.push(next.value);
    length += next.value.length;
    if (length >= PIECE_BYTES) break;
  }
  const [oldest] = begun.keys();
  if (begun.size >= MOST_OPEN && oldest !== undefined) begun.delete(oldest);
  begun.set(id, iterator);
  return { bytes: await wholeOf(taken), more: id };
}

async function* inTurn(pieces: OpenReport['pieces']): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
