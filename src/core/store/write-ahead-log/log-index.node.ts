import { readFileSync, statSync } from 'node:fs';
import { endianness } from 'node:os';
import { checksumOf } from './log-file.node.ts';

/**
 * The index beside a write-ahead log (the file that ends in -shm). SQLite makes it anew when it opens a store, but until
 * then it tells what the program that ended had committed: how long the log must be at the least. It is written after the log has reached the disk,
 * and is not itself flushed: after a power cut it may be behind, never ahead.
 * Source: https://www.sqlite.org/walformat.html#the_wal_index_file_format
 */
export interface LogIndex {
  /** 8 bytes, as hexadecimal digits: the log that it is about. */
  readonly salt: string;
  /** The last frame that was committed; 0 for a log that was begun anew and not yet written to. */
  readonly lastFrame: number;
  /** Frames up to this one have been copied into the store's file. */
  readonly framesInFile: number;
}

const HEADER_BYTES = 48;
const CHECKED_BYTES = 40;

/** @returns Null where there is none, or it is not whole: its header is written twice, and both are compared. */
export function readLogIndex(file: string): LogIndex | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat || stat.size < 2 * HEADER_BYTES + 4) return null;
  const bytes = readFileSync(file).subarray(0, 2 * HEADER_BYTES + 4);
  const header = bytes.subarray(0, HEADER_BYTES);
  if (!header.equals(bytes.subarray(HEADER_BYTES, 2 * HEADER_BYTES))) return null;
  // Numbers are in the machine's own order of bytes; the salt is as in the log.
  const isBigEndian = endianness() === 'BE';
  const numberAt = (offset: number) => (isBigEndian ? bytes.readUInt32BE(offset) : bytes.readUInt32LE(offset));
  const [sum, other] = checksumOf(header.subarray(0, CHECKED_BYTES), isBigEndian, [0, 0]);
  const isInitialised = header[12] === 1;
  if (!isInitialised || sum !== numberAt(CHECKED_BYTES) || other !== numberAt(CHECKED_BYTES + 4)) return null;
  return {
    salt: header.toString('hex', 32, 40),
    lastFrame: numberAt(16),
    framesInFile: numberAt(2 * HEADER_BYTES),
  };
}
