/** Bytes of a file, both ends inclusive as in HTTP. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a Range header that asks for one range, which is all that a video element does.
 *
 * @param header The header's text, or undefined when there is none.
 * @param sizeBytes Size of the whole file.
 * @returns `whole` when there is no range (or one in a form that RFC 9110, section 14.2, lets a server ignore), the
 *   range cut to the file, or `unsatisfiable` when it begins after the file's end.
 */
export function parseByteRange(header: string | undefined, sizeBytes: number): ByteRange | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, from = '', to = ''] = match ?? [];
  if (from === '' && to === '') return 'whole';
  if (from === '') {
    const lengthBytes = Math.min(Number(to), sizeBytes);
    return lengthBytes === 0 ? 'unsatisfiable' : { first: sizeBytes - lengthBytes, last: sizeBytes - 1 };
  }
  const first = Number(from);
  const last = to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (to !== '' && Number(to) < first) return 'whole';
  return first >= sizeBytes ? 'unsatisfiable' : { first, last };
}
