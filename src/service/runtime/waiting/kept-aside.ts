import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { LENGTH_BYTES, lengthOf, piecesOf } from '../../../core/security/pieces.ts';
import { isDiskFull } from '../../../core/training/full-disk/disk-full.node.ts';

/** 19 minutes of readings at 15 a second with pictures, 25 without, sealed half a second at a time: some 3 kB. */
const ROOM_BYTES = 8 * 1024 * 1024;
const PART_BYTES = 256 * 1024;

/**
 * Sealed pieces beside the store, for readings that it cannot take because the disk is full. The file is made in its whole
 * length, of zeros, while there is room, and written over from its beginning, which needs none. A piece counts once its
 * length is written, after its bytes: one that was cut off by a kill or a power cut is not there.
 */
export class KeptAside {
  readonly #file: string;
  /** Where the next piece begins; null until the file was looked through. */
  #end: number | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /** Makes the file if it is not there. Where there is no room for it nothing is kept aside. */
  prepare(): void {
    if (statSync(this.#file, { throwIfNoEntry: false })?.size === ROOM_BYTES) return;
    if (this.pieces().length > 0) return;
    const descriptor = openSync(this.#file, 'w', 0o600);
    try {
      const part = Buffer.alloc(PART_BYTES);
      for (let written = 0; written < ROOM_BYTES; written += PART_BYTES) writeSync(descriptor, part);
    } catch (error) {
      rmSync(this.#file, { force: true });
      if (!isDiskFull(error)) throw error;
    } finally {
      closeSync(descriptor);
    }
    this.#end = null;
  }

  /**
   * Puts a piece on disk; when this returns true it survives a kill.
   *
   * @param piece Its length, as four bytes, and so many bytes.
   * @returns False when there is no room left for it.
   */
  add(piece: Uint8Array): boolean {
    const at = this.#endOfPieces();
    const room = statSync(this.#file, { throwIfNoEntry: false })?.size ?? 0;
    // Behind the last piece stands the zero that ends them.
    if (at + piece.length + LENGTH_BYTES > room) return false;
    this.#write((descriptor) => {
      writeSync(descriptor, piece, LENGTH_BYTES, piece.length - LENGTH_BYTES, at + LENGTH_BYTES);
      fdatasyncSync(descriptor);
      writeSync(descriptor, piece, 0, LENGTH_BYTES, at);
    });
    this.#end = at + piece.length;
    return true;
  }

  get isEmpty(): boolean {
    return this.#endOfPieces() === 0;
  }

  /** In the order in which they were added. */
  pieces(): Uint8Array[] {
    return existsSync(this.#file) ? piecesOf(readFileSync(this.#file)) : [];
  }

  /** Writes zeros over all pieces, the first length first: what was taken in is not taken in again. */
  clear(): void {
    const end = this.#endOfPieces();
    if (end === 0) return;
    this.#write((descriptor) => {
      writeSync(descriptor, Buffer.alloc(LENGTH_BYTES), 0, LENGTH_BYTES, 0);
      fdatasyncSync(descriptor);
      writeSync(descriptor, Buffer.alloc(end), 0, end, 0);
    });
    this.#end = 0;
  }

  #endOfPieces(): number {
    this.#end ??= lengthOf(this.pieces());
    return this.#end;
  }

  #write(work: (descriptor: number) => void): void {
    const descriptor = openSync(this.#file, 'r+');
    try {
      work(descriptor);
      fdatasyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }
}
