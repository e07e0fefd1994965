import { closeSync, openSync, readSync } from 'node:fs';
import { endianness } from 'node:os';

/**
 * A write-ahead log seen from outside, without SQLite, which stops at the first frame that does not fit and says nothing:
 * to it a log that was damaged and one that a kill cut off are the same, and the rest is written over.
 *
 * A header of 32 bytes, then frames: 24 bytes and a page. Each checksum goes on from the one before, over the first 8
 * bytes of the frame's header and the page as it lies there, so also over an encrypted one. A frame belongs to the log if it carries the header's salt;
 * others are left of the time before the log was begun anew. Source: https://www.sqlite.org/fileformat2.html#walformat
 */

export const LOG_PAGE_BYTES = 4096;
export const LOG_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
export const FRAME_BYTES = FRAME_HEADER_BYTES + LOG_PAGE_BYTES;

/** Its last bit says in which order of bytes checksums are computed: 1 for big-endian. */
const MAGIC = 0x377f0682;
const FORMAT = 3007000;

export interface LogHeader {
  /** The only way to a log: where the header does not fit its own checksum, SQLite takes it for empty. */
  readonly isWhole: boolean;
  /** 8 bytes, as hexadecimal digits. */
  readonly salt: string;
}

export interface LogFrame {
  /** Counted from 1, as SQLite counts. */
  readonly number: number;
  readonly salt: string;
  /** The last of a transaction. */
  readonly isCommit: boolean;
  /** Its checksum follows from that of all frames before it. */
  readonly follows: boolean;
}

/**
 * Reads a log from its first byte to its last.
 *
 * @returns Null for a file that is too short to have a header. A frame that is cut off at the end is not among the frames.
 */
export function readLog(file: string): { header: LogHeader; frames: LogFrame[] } | null {
  const descriptor = openSync(file, 'r');
  try {
    const headerBytes = Buffer.alloc(LOG_HEADER_BYTES);
    if (readSync(descriptor, headerBytes, 0, LOG_HEADER_BYTES, 0) < LOG_HEADER_BYTES) return null;
    const header = { isWhole: isWholeHeader(headerBytes), salt: headerBytes.toString('hex', 16, 24) };
    const isBigEndian = header.isWhole ? isBigEndianLog(headerBytes) : endianness() === 'BE';
    const frames: LogFrame[] = [];
    const bytes = Buffer.alloc(FRAME_BYTES);
    let checksum = storedChecksum(headerBytes, 24);
    for (let number = 1; ; number += 1) {
      const position = LOG_HEADER_BYTES + (number - 1) * FRAME_BYTES;
      if (readSync(descriptor, bytes, 0, FRAME_BYTES, position) < FRAME_BYTES) break;
      checksum = checksumOf(bytes.subarray(0, 8), isBigEndian, checksum);
      checksum = checksumOf(bytes.subarray(FRAME_HEADER_BYTES), isBigEndian, checksum);
      frames.push({
        number,
        salt: bytes.toString('hex', 8, 16),
        isCommit: bytes.readUInt32BE(4) !== 0,
        follows: isSame(checksum, storedChecksum(bytes, 16)),
      });
    }
    return { header, frames };
  } finally {
    closeSync(descriptor);
  }
}

type Checksum = readonly [number, number];

function isWholeHeader(bytes: Buffer): boolean {
  const isKnown = (bytes.readUInt32BE(0) & ~1) === MAGIC && bytes.readUInt32BE(4) === FORMAT;
  if (!isKnown || bytes.readUInt32BE(8) !== LOG_PAGE_BYTES) return false;
  return isSame(checksumOf(bytes.subarray(0, 24), isBigEndianLog(bytes), [0, 0]), storedChecksum(bytes, 24));
}

function isBigEndianLog(header: Buffer): boolean {
  return (header.readUInt32BE(0) & 1) === 1;
}

function storedChecksum(bytes: Buffer, offset: number): Checksum {
  return [bytes.readUInt32BE(offset), bytes.readUInt32BE(offset + 4)];
}

function isSame(a: Checksum, b: Checksum): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** @param bytes A multiple of 8 of them. */
export function checksumOf(bytes: Buffer, isBigEndian: boolean, [first, second]: Checksum): Checksum {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [sum, other] = [first, second];
  for (let offset = 0; offset < bytes.length; offset += 8) {
    sum = (sum + view.getUint32(offset, !isBigEndian) + other) >>> 0;
    other = (other + view.getUint32(offset + 4, !isBigEndian) + sum) >>> 0;
  }
  return [sum, other];
}
