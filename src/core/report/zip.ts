import { Gzip, unzipSync, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';
import { type Bytes, evenPieces } from './pieces/pieces.ts';

/** Zip knows no date before 1980; this one is of no meaning, so that the same files give the same bytes. */
const NO_DATE = new Date(1980, 0, 1);

/** Path with slashes -> content, as a zip. What is compressed already is not compressed again. */
export function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(
    ([path, bytes]) => [path, [bytes, { level: /\.(gz|zip|pdf)$/.test(path) ? 0 : 6, mtime: NO_DATE }]] as const,
  );
  return new Uint8Array(zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]));
}

/** Of a zip that this program made. @throws Error if it is damaged. */
export function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes);
}

/** What is packed at a time: the packed bytes depend on it, and on nothing else but what is packed. */
const PACKED_AT_ONCE_BYTES = 2 ** 16;

/** One file packed, without a time; the same pieces joined give the same bytes, however they are cut. */
export function* gzipped(pieces: Iterable<Uint8Array>): Generator<Bytes> {
  let packed: Uint8Array[] = [];
  const gzip = new Gzip({ mtime: 0, level: 6 }, (bytes) => packed.push(bytes));
  for (const { piece, isLast } of packable(pieces)) {
    gzip.push(piece, isLast);
    for (const bytes of packed) yield new Uint8Array(bytes);
    packed = [];
  }
}

/** The last is told apart: a short file is packed as one whole. */
function* packable(pieces: Iterable<Uint8Array>): Generator<{ piece: Uint8Array; isLast: boolean }> {
  let piece = new Uint8Array(0);
  for (const next of evenPieces(pieces, PACKED_AT_ONCE_BYTES)) {
    if (piece.length > 0) yield { piece, isLast: false };
    piece = next;
  }
  yield { piece, isLast: true };
}

/** Path with slashes -> pieces of its content, as the pieces of a zip. */
export function* zipPieces(files: Iterable<readonly [path: string, pieces: Iterable<Uint8Array>]>): Generator<Bytes> {
  let written: Uint8Array[] = [];
  const archive = openZip((bytes) => written.push(bytes));
  for (const [path, pieces] of files) {
    for (const _ of archive.adding(path, pieces)) {
      for (const bytes of written) yield new Uint8Array(bytes);
      written = [];
    }
  }
  archive.end();
  for (const bytes of written) yield new Uint8Array(bytes);
}

/** Files one after the other, so that none but the one at hand is in memory. */
export interface OpenZip {
  /** @param pieces Of one file, in order. What is compressed already is not compressed again. */
  add(path: string, pieces: Iterable<Uint8Array>): void;
  /** The same, with a halt behind each piece. */
  adding(path: string, pieces: Iterable<Uint8Array>): Generator<void>;
  end(): void;
}

/** @param write Told of the zip's bytes as they come. */
export function openZip(write: (bytes: Uint8Array) => void): OpenZip {
  const archive = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  function* adding(path: string, pieces: Iterable<Uint8Array>): Generator<void> {
    const isDense = /\.(gz|zip|pdf|png|mp4|webm)$/.test(path);
    const file = isDense ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    file.mtime = NO_DATE;
    archive.add(file);
    for (const { piece, isLast } of packable(pieces)) {
      file.push(piece, isLast);
      yield;
    }
  }
  return {
    add(path, pieces) {
      for (const _ of adding(path, pieces));
    },
    adding,
    end: () => archive.end(),
  };
}
