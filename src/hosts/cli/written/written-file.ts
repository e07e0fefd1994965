import { open, rename, rm } from 'node:fs/promises';
import type { Output } from '../../../contract/contract.ts';
import type { Caller } from '../../../service/runtime/caller.ts';
import type { Service } from '../../../service/service.ts';

/**
 * Writes a file whole or not at all: beside its place first, so that a program that ends in the middle leaves what was there.
 *
 * @param signal Aborted, the file is given up, as where the disk is full; nothing of it is left then.
 * @returns Its length in bytes.
 */
export async function writeWhole(
  path: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<number> {
  const part = `${path}.part`;
  let bytes = 0;
  try {
    await using file = await open(part, 'w');
    for await (const piece of pieces) {
      signal?.throwIfAborted();
      await file.writeFile(piece);
      bytes += piece.length;
    }
    signal?.throwIfAborted();
    await file.sync();
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await rename(part, path);
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
