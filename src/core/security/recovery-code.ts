/**
 * A recovery code for people: five groups of five symbols, e.g. 3QK7D-…, easy to read aloud and to copy from paper.
 *
 * 24 symbols carry 120 random bits in Crockford's base 32, which has no I, L, O or U; the 25th is his check symbol, the
 * number modulo 37, which catches every single wrong symbol and every two that changed places.
 * Source: https://www.crockford.com/base32.html
 */

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHECK_SYMBOLS = `${DIGITS}*~$=U`;
const GROUP_LENGTH = 5;
const DATA_SYMBOLS = 24;

export const RECOVERY_BYTES = 15;

/** Number of symbols, hyphens left out. */
export const CODE_SYMBOLS = DATA_SYMBOLS + 1;

export type ParsedCode = { readonly kind: 'code'; readonly bytes: Uint8Array } | MistypedCode;

/** It has another number of symbols, or one that no code has, or the check symbol does not fit the others. */
export interface MistypedCode {
  readonly kind: 'mistyped';
  readonly fault:
    | { readonly kind: 'length'; readonly found: number }
    | { readonly kind: 'symbol'; readonly found: string }
    | { readonly kind: 'check' };
}

/** @throws RangeError if there are not 15 bytes. */
export function formatRecoveryCode(bytes: Uint8Array): string {
  if (bytes.length !== RECOVERY_BYTES) {
    throw new RangeError(`${RECOVERY_BYTES} bytes were expected for a recovery code; found ${bytes.length}`);
  }
  let number = 0n;
  for (const byte of bytes) number = number * 256n + BigInt(byte);
  const symbols: string[] = [CHECK_SYMBOLS[Number(number % 37n)]!];
  for (let index = 0; index < DATA_SYMBOLS; index += 1) {
    symbols.unshift(DIGITS[Number(number % 32n)]!);
    number /= 32n;
  }
  return symbols
    .join('')
    .match(new RegExp(`.{${GROUP_LENGTH}}`, 'g'))!
    .join('-');
}

/** Reads what was typed: small letters, spaces, missing hyphens and O for 0, I or L for 1 are understood. */
export function parseRecoveryCode(typed: string): ParsedCode {
  const symbols = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (symbols.length !== CODE_SYMBOLS) return mistyped({ kind: 'length', found: symbols.length });
  let number = 0n;
  for (const symbol of symbols.slice(0, DATA_SYMBOLS)) {
    const digit = DIGITS.indexOf(symbol);
    if (digit < 0) return mistyped({ kind: 'symbol', found: symbol });
    number = number * 32n + BigInt(digit);
  }
  if (symbols[DATA_SYMBOLS] !== CHECK_SYMBOLS[Number(number % 37n)]) return mistyped({ kind: 'check' });
  const bytes = new Uint8Array(RECOVERY_BYTES);
  for (let index = RECOVERY_BYTES - 1; index >= 0; index -= 1) {
    bytes[index] = Number(number % 256n);
    number /= 256n;
  }
  return { kind: 'code', bytes };
}

function mistyped(fault: MistypedCode['fault']): MistypedCode {
  return { kind: 'mistyped', fault };
}
