import type { FileBytes } from './file-bytes.ts';

/** Of all that a Matroska or WebM file says of its length: the EBML header, and then the segment that holds everything. */
const HEAD_BYTES = 4096;

/**
 * Whether all of a Matroska or WebM file is there. One that is written while it is recorded does not say how long it is,
 * and counts as whole.
 *
 * Source: RFC 8794, 4 and 5 (variable-size integers, element IDs), RFC 9559, 5.1 (Segment).
 */
export async function isWholeMatroska(file: FileBytes): Promise<boolean> {
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  let atByte = 0;
  // The header, what may stand between it and the segment, and the segment, which ends the search.
  while (atByte < bytes.length) {
    const id = numberAt(bytes, atByte);
    const length = id && numberAt(bytes, atByte + id.bytes);
    if (!id || !length) return true;
    const endByte = atByte + id.bytes + length.bytes + length.value;
    if (id.value === SEGMENT) return length.isUnknown || endByte <= file.size;
    atByte = endByte;
  }
  return true;
}

/** 0x18538067 without the bit that tells its length. */
const SEGMENT = 0x8538067;

/** A number whose first byte tells by its leading zeros how many bytes it takes; all ones: unknown. */
function numberAt(bytes: Uint8Array, atByte: number): { value: number; bytes: number; isUnknown: boolean } | null {
  const first = bytes[atByte];
  if (first === undefined || first === 0) return null;
  const count = Math.clz32(first) - 23;
  if (atByte + count > bytes.length) return null;
  let value = first - 2 ** (8 - count);
  for (let index = 1; index < count; index++) value = value * 256 + bytes[atByte + index]!;
  return { value, bytes: count, isUnknown: value === 2 ** (7 * count) - 1 };
}
