import { type FileHandle, lstat, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Output } from '../../../contract/contract.ts';
import { syncFolder } from '../../../core/security/atomic-file.node.ts';
import type { Caller } from '../../../service/runtime/caller.ts';
import type { Service } from '../../../service/service.ts';

type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/**
 * Writes a file whole or not at all: beside its place first, so that a program that ends in the middle leaves what was there.
 *
 * @param signal Aborted, the file is given up, as where the disk is full; nothing of it is left then.
 * @returns Its length in bytes.
 */
export async function writeWhole(path: string, pieces: Pieces, signal?: AbortSignal): Promise<number> {
  const part = `${path}.part`;
  let bytes: number;
  try {
    {
      await using file = await open(part, 'w');
      bytes = await writeInto(file, pieces, signal);
      await file.sync();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
  return bytes;
}

/** The same at a place that a person named: a link is followed, and what is no file, as a pipe or /dev/stdout, is written to. */
export async function writeWanted(path: string, pieces: Pieces, signal?: AbortSignal): Promise<number> {
  // The system finds no place for a link to what is yet to be made, nor for one to a pipe without a name.
  const place = await realpath(path).catch(() => path);
  const found = await lstat(place).catch(() => null);
  if (!found || found.isFile()) return await writeWhole(place, pieces, signal);
  await using file = await open(path, 'w');
  return await writeInto(file, pieces, signal);
}

async function writeInto(file: FileHandle, pieces: Pieces, signal: AbortSignal | undefined): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    await file.writeFile(piece);
    bytes += piece.length;
  }
  signal?.throwIfAborted();
  return bytes;
}

/** All pieces of a file of which a call has answered the first. */
export async function* filePieces(
  service: Service,
  caller: Caller,
  { bytes, more }: Output<'reports.more'>,
): AsyncGenerator<Uint8Array> {
  yield bytes;
  for (let next = more; next !== null; ) {
    const piece = await service.call(caller, 'reports.more', { more: next });
    yield piece.bytes;
    next = piece.more;
  }
}
