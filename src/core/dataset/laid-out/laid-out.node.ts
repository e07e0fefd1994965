import { randomBytes } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { SEAL_BYTES, SEAL_KEY_BYTES, sealBytes, unsealBytes } from '../../security/seal-bytes.node.ts';
import { NoFileError } from '../unreadable.ts';

/**
 * Files that are written out of the store for a process that reads folders: sealed under a key that exists in memory only, made
 * by the process that lays them out and handed to those that read them. Whoever finds them after a kill has nothing.
 *
 * Every reader of a dataset's folder opens files here; one that was not sealed is read as it is.
 */

const MARK = Buffer.from('faceward laid out 1\n');

let memoryKey: Uint8Array | null = null;

/** This process' key, for the processes that it starts. */
export function laidOutKey(): Uint8Array {
  memoryKey ??= randomBytes(SEAL_KEY_BYTES);
  return memoryKey;
}

/** Takes the key of the process that laid files out. */
export function takeLaidOutKey(key: Uint8Array): void {
  memoryKey = key;
}

/** What is written in place of a file's bytes. */
export function sealedToLayOut(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([MARK, sealBytes(bytes, laidOutKey(), MARK.toString())]);
}

/** A file's bytes. @throws Error of the file system, or if it was sealed by a program that is gone. */
export async function readOpened(file: string): Promise<Buffer> {
  assertIsFile(file);
  return opened(await readFile(file));
}

/** The same at once. */
export function readOpenedSync(file: string): Buffer {
  assertIsFile(file);
  return opened(readFileSync(file));
}

/** A file's bytes, one piece after the other where it is not sealed. */
export function openedStream(file: string): Readable {
  return Readable.from(pieces(file), { objectMode: false });
}

async function* pieces(file: string): AsyncGenerator<Buffer> {
  if (await isSealed(file)) yield await readOpened(file);
  else yield* createReadStream(file) as AsyncIterable<Buffer>;
}

/** Up to `length` of a file's bytes from `offset` on. Fewer where it ends before. */
export async function readOpenedPart(file: string, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  if (await isSealed(file)) return Uint8Array.from((await lastOpened(file)).subarray(offset, offset + length));
  await using handle = await open(file);
  const bytes = new Uint8Array(length);
  const { bytesRead } = await handle.read(bytes, 0, length, offset);
  return bytes.subarray(0, bytesRead);
}

/** How long a file's bytes are. */
export async function openedLength(file: string): Promise<number> {
  const { size } = statSync(file);
  return (await isSealed(file)) ? size - MARK.length - SEAL_BYTES : size;
}

async function isSealed(file: string): Promise<boolean> {
  assertIsFile(file);
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(MARK.length), 0, MARK.length, 0);
  return bytesRead === MARK.length && buffer.equals(MARK);
}

/** To be asked before anything is opened: opening a pipe waits for somebody who writes into it. */
function assertIsFile(file: string): void {
  if (!statSync(file).isFile()) throw new NoFileError(file);
}

function opened(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, MARK.length).equals(MARK)) return bytes;
  return unsealBytes(bytes.subarray(MARK.length), laidOutKey(), MARK.toString());
}

/** Of a file of many images every one is asked for after the other. */
let last: { readonly name: string; readonly bytes: Promise<Buffer> } | null = null;

function lastOpened(file: string): Promise<Buffer> {
  const { mtimeMs, size } = statSync(file);
  const name = `${file} ${mtimeMs} ${size}`;
  if (last?.name !== name) last = { name, bytes: readOpened(file) };
  return last.bytes;
}
