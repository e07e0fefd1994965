import { type Failure, failure } from '../../words/failure.ts';

/** Two numbers at least with blanks between them: no other field of a row looks so. */
const NUMBERS = /\d+(?: +\d+)+/g;
const MOST_LEVEL = 255;

export type TextImage =
  | { readonly kind: 'grey'; readonly grey: Uint8Array }
  | { readonly kind: 'fault'; readonly why: Failure };

/**
 * Reads one image that is written as numbers in a row of a table.
 *
 * @param bytes The row.
 * @returns Row-major [heightPx, widthPx].
 */
export function readTextImage(bytes: Uint8Array, size: { widthPx: number; heightPx: number }): TextImage {
  const [text, ...more] = Buffer.from(bytes).toString('latin1').match(NUMBERS) ?? [];
  const levels = text?.split(/ +/).map(Number) ?? [];
  const expected = size.widthPx * size.heightPx;
  if (more.length > 0 || levels.length !== expected || levels.some((level) => level > MOST_LEVEL)) {
    const counts = { wanted: expected, most: MOST_LEVEL, found: levels.length };
    return { kind: 'fault', why: failure('image.numbers', counts) };
  }
  return { kind: 'grey', grey: Uint8Array.from(levels) };
}
