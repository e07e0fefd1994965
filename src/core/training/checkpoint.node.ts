import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Checkpoint } from './checkpoint.ts';

/** The file: SHA-256 of the rest, then the checkpoint in the structured clone format of node:v8. */
const DIGEST_BYTES = 32;

/**
 * Writes a checkpoint so that a kill at any moment leaves the old one or the new one, whole.
 *
 * @throws Error of node:fs when the folder cannot be written.
 */
export async function writeCheckpoint(file: string, checkpoint: Checkpoint): Promise<void> {
  const body = serialize(checkpoint);
  const temporary = `${file}.tmp`;
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(temporary, 'w');
  try {
    await handle.writev([digestOf(body), body]);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}

/**
 * Reads a checkpoint.
 *
 * @returns Null when there is none.
 * @throws Error when the file is damaged or of another format: it is never ignored.
 */
export async function readCheckpoint(file: string): Promise<Checkpoint | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const body = bytes.subarray(DIGEST_BYTES);
  if (!digestOf(body).equals(bytes.subarray(0, DIGEST_BYTES))) {
    throw new Error(`the checkpoint ${file} is damaged: its contents do not match its digest; start the run anew`);
  }
  const checkpoint = deserialize(body) as Checkpoint;
  if (checkpoint.formatVersion !== 1) {
    throw new Error(`a checkpoint of format 1 was expected in ${file}; found format ${checkpoint.formatVersion}`);
  }
  return checkpoint;
}

function digestOf(body: Buffer): Buffer {
  return createHash('sha256').update(body).digest();
}
