import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Checkpoint } from './checkpoint.ts';
import { TrainingFailure } from './failures.ts';
import { diskFull, isDiskFull } from './full-disk/disk-full.node.ts';

/** The file: SHA-256 of the rest, then the checkpoint in the structured clone format of node:v8. */
const DIGEST_BYTES = 32;

/**
 * Writes a checkpoint so that a kill at any moment leaves the old one or the new one, whole.
 *
 * @throws FailureError "training.disk-full", or TrainingFailure "checkpoint-not-written" where it may not be written; the
 *   file that was there before is still there, whole.
 */
export async function writeCheckpoint(file: string, checkpoint: Checkpoint): Promise<void> {
  const body = serialize(checkpoint);
  const temporary = `${file}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeWhole(temporary, Buffer.concat([digestOf(body), body]));
    await rename(temporary, file);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {
      // What cannot be written cannot be tidied either; the next write takes the same name.
    });
    throw isDiskFull(cause)
      ? diskFull(dirname(file), body.byteLength, cause)
      : notWritten(file, body.byteLength, cause);
  }
}

/** Bytes that are on the disk, not only with the system, when it returns. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  await using handle = await open(file, 'w');
  await handle.writeFile(bytes);
  await handle.sync();
}

const REASONS: Readonly<Record<string, string>> = {
  EFBIG: 'files of this size are not allowed',
  EROFS: 'the disk is read-only',
  EACCES: 'the folder may not be written',
  EPERM: 'the folder may not be written',
};

function notWritten(file: string, bytes: number, cause: unknown): TrainingFailure {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const reason = REASONS[code] ?? (cause instanceof Error ? cause.message : String(cause));
  const megabytes = Math.ceil(bytes / 1e6);
  return new TrainingFailure(
    'checkpoint-not-written',
    `a checkpoint of ${megabytes} MB could not be written to ${file}: ${reason}. The one before is whole: make room, then resume from it`,
    { cause },
  );
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
  if (checkpoint.formatVersion !== 3) {
    throw new Error(
      `a checkpoint of format 3 was expected in ${file}; found format ${checkpoint.formatVersion}, of another version of this program: start the run anew`,
    );
  }
  return checkpoint;
}

function digestOf(body: Buffer): Buffer {
  return createHash('sha256').update(body).digest();
}
