import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { z } from 'zod';
import { syncFolder } from '../../security/atomic-file.node.ts';
import { auditHeadSchema } from '../../security/audit-head.ts';
import { isSignatureOf, readPublicKeyText, type SigningKey, signatureOf } from '../../security/signature.node.ts';

/**
 * A backup is one file: the bytes of a site's files one after the other, then a list of them with their digests that the site
 * signs, then how long that list is. What needs to be secret is so already: the store is encrypted, the keys are wrapped.
 *
 * The list comes last, so that a backup that was interrupted has none and cannot be taken for whole.
 */

const FORMAT = 'faceward-backup/1';
/** The last bytes of a whole backup, behind the length of its list in 12 digits. */
const END = `\n${FORMAT}\n`;
const LENGTH_DIGITS = 12;
const MOST_LIST_BYTES = 64 * 1024 * 1024;
const PIECE_BYTES = 1024 * 1024;

const contentSchema = z.strictObject({
  /** Within the data folder, with slashes. */
  path: z.string().min(1).max(1000),
  atByte: z.number().int().min(0),
  bytes: z.number().int().min(0),
  /** SHA-256, hexadecimal. */
  digest: z.string(),
});

const listBodySchema = z.strictObject({
  format: z.literal(FORMAT),
  madeAtIso: z.string(),
  version: z.string(),
  /** Where the data lay: whoever restores is told how far the log there has gone on since. */
  dataDir: z.string(),
  /** Where the audit log ended; null for an empty one. */
  head: auditHeadSchema.nullable(),
  files: z.array(contentSchema).max(1_000_000),
  /** Of the site, the 32 bytes of an Ed25519 key in base64url. */
  publicKey: z.string(),
});

const listSchema = listBodySchema.extend({ signature: z.string() });

export type BackupList = z.infer<typeof listSchema>;

/** A file is no backup, or not a whole one. */
export class BackupFileError extends Error {
  override readonly name = 'BackupFileError';
  readonly file: string;
  /** none: no file of this kind; cut: it does not end as one does; changed: not as it was written. */
  readonly fault: 'none' | 'cut' | 'changed';

  constructor(file: string, fault: 'none' | 'cut' | 'changed', found: string) {
    super(`${file} is no whole backup: ${found}. Take another one`);
    this.file = file;
    this.fault = fault;
  }
}

/** A file of the site and where it is read from. */
export interface BackupSource {
  readonly path: string;
  readonly from: string;
}

/** What a backup is called until it is whole; a program that is killed leaves it. */
export function unfinishedBackup(file: string): string {
  return `${file}.unfinished`;
}

/**
 * Writes a backup under its name only once all of it is on disk and was read again.
 *
 * @param file Where there is nothing yet.
 * @throws BackupFileError if it does not read back as it was written; whatever the file system says. Nothing is left then.
 */
export function writeBackup(
  file: string,
  sources: readonly BackupSource[],
  about: Pick<BackupList, 'madeAtIso' | 'version' | 'dataDir' | 'head'>,
  key: SigningKey,
): BackupList {
  const unfinished = unfinishedBackup(file);
  const descriptor = openSync(unfinished, 'w', 0o600);
  try {
    try {
      const files = sources.map(writeSource(descriptor));
      const { madeAtIso, version, dataDir, head } = about;
      const publicKey = key.publicKey.text;
      const body = listBodySchema.parse({ format: FORMAT, madeAtIso, version, dataDir, head, files, publicKey });
      const text = Buffer.from(JSON.stringify({ ...body, signature: signatureOf(messageOf(body), key) }), 'utf8');
      writeAll(descriptor, text);
      writeAll(descriptor, Buffer.from(`${String(text.length).padStart(LENGTH_DIGITS, '0')}${END}`));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    const list = readBackupList(unfinished);
    checkBackup(unfinished, list);
    renameSync(unfinished, file);
    syncFolder(dirname(file));
    return list;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function writeSource(descriptor: number) {
  let atByte = 0;
  return ({ path, from }: BackupSource) => {
    const hash = createHash('sha256');
    const source = openSync(from, 'r');
    let bytes = 0;
    try {
      for (const piece of piecesOf(source, 0, Number.POSITIVE_INFINITY)) {
        hash.update(piece);
        writeAll(descriptor, piece);
        bytes += piece.length;
      }
    } finally {
      closeSync(source);
    }
    const written = { path, atByte, bytes, digest: hash.digest('hex') };
    atByte += bytes;
    return written;
  };
}

/**
 * Reads what is in a backup, from its end.
 *
 * @throws BackupFileError if it is none, was cut off, or its list is not as its key signed it.
 */
export function readBackupList(file: string): BackupList {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = statSync(file);
    const end = readAt(descriptor, size - LENGTH_DIGITS - END.length, LENGTH_DIGITS + END.length).toString('latin1');
    if (!end.endsWith(END)) throw new BackupFileError(file, 'cut', 'it does not end as a backup does, or was cut off');
    const bytes = Number(end.slice(0, LENGTH_DIGITS));
    const listAt = size - LENGTH_DIGITS - END.length - bytes;
    if (!(bytes <= MOST_LIST_BYTES) || listAt < 0) throw new BackupFileError(file, 'changed', 'its list has no length');
    const list = parseList(readAt(descriptor, listAt, bytes).toString('utf8'));
    if (!list) throw new BackupFileError(file, 'changed', 'its list of files is not as the site signed it');
    const isFilled = list.files.every(({ atByte, bytes: length }) => atByte + length <= listAt);
    if (!isFilled) throw new BackupFileError(file, 'changed', 'it is shorter than its list of files says');
    return list;
  } finally {
    closeSync(descriptor);
  }
}

function parseList(text: string): BackupList | null {
  try {
    const { data } = listSchema.safeParse(JSON.parse(text));
    if (!data) return null;
    const { signature, ...body } = data;
    const key = readPublicKeyText(body.publicKey);
    return key && isSignatureOf(signature, messageOf(body), key) ? data : null;
  } catch {
    // Not JSON, so no list: which is one of the two answers.
    return null;
  }
}

/** Reads every byte of every file in it. @throws BackupFileError at the first that is not as it was written. */
export function checkBackup(file: string, { files }: BackupList): void {
  withFile(file, (descriptor) => {
    for (const each of files) readContent(file, descriptor, each, () => undefined);
  });
}

/**
 * Writes the files of a backup into a folder.
 *
 * @throws BackupFileError for one that is not as it was written, or whose path leads out of the folder.
 */
export function unpackBackup(file: string, { files }: BackupList, dir: string): void {
  withFile(file, (descriptor) => {
    for (const each of files) {
      const to = join(dir, normalize(each.path));
      if (!to.startsWith(dir + sep))
        throw new BackupFileError(file, 'changed', `the path ${each.path} leads out of it`);
      mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
      const target = openSync(to, 'wx', 0o600);
      try {
        readContent(file, descriptor, each, (piece) => writeAll(target, piece));
        fsyncSync(target);
      } finally {
        closeSync(target);
      }
    }
  });
}

function readContent(
  file: string,
  descriptor: number,
  { path, atByte, bytes, digest }: BackupList['files'][number],
  onPiece: (piece: Buffer) => void,
): void {
  const hash = createHash('sha256');
  let read = 0;
  for (const piece of piecesOf(descriptor, atByte, bytes)) {
    hash.update(piece);
    onPiece(piece);
    read += piece.length;
  }
  if (read === bytes && hash.digest('hex') === digest) return;
  throw new BackupFileError(file, 'changed', `${path} in it is not as it was written`);
}

function withFile(file: string, work: (descriptor: number) => void): void {
  const descriptor = openSync(file, 'r');
  try {
    work(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function* piecesOf(descriptor: number, from: number, bytes: number): Generator<Buffer> {
  for (let done = 0; done < bytes; ) {
    const piece = readAt(descriptor, from + done, Math.min(PIECE_BYTES, bytes - done));
    if (piece.length === 0) return;
    yield piece;
    done += piece.length;
  }
}

function readAt(descriptor: number, position: number, bytes: number): Buffer {
  const piece = Buffer.alloc(bytes);
  return piece.subarray(0, readSync(descriptor, piece, 0, bytes, Math.max(0, position)));
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, bytes.length - done);
}

function messageOf(body: z.infer<typeof listBodySchema>): Uint8Array {
  return Buffer.from(JSON.stringify(body), 'utf8');
}
