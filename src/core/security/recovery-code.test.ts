import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRecoveryCode, parseRecoveryCode, RECOVERY_BYTES } from './recovery-code.ts';

const codeBytes = fc.uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES });

test('a code is five groups of five and comes back as its bytes, however it is typed', () => {
  fc.assert(
    fc.property(codeBytes, (bytes) => {
      const code = formatRecoveryCode(bytes);
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{4}[0-9A-HJKMNP-Z*~$=]$/);
      const sloppy = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
      for (const typed of [code, sloppy]) expect(parseRecoveryCode(typed)).toEqual({ kind: 'code', bytes });
    }),
  );
});

test('a known number: 1 ends in its own check symbol', () => {
  const one = new Uint8Array(RECOVERY_BYTES);
  one[RECOVERY_BYTES - 1] = 1;
  expect(formatRecoveryCode(one)).toBe('00000-00000-00000-00000-00011');
  expect(() => formatRecoveryCode(one.subarray(1))).toThrow('15 bytes were expected for a recovery code; found 14');
});

test('one wrong symbol, or two that changed places, is noticed', () => {
  fc.assert(
    fc.property(codeBytes, fc.nat(23), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (bytes, at, wrong) => {
      const symbols = Array.from(formatRecoveryCode(bytes).replaceAll('-', ''));
      const replaced = symbols.with(at, wrong).join('');
      if (wrong !== symbols[at]) expect(parseRecoveryCode(replaced).kind).toBe('mistyped');
      if (at < 23 && symbols[at] !== symbols[at + 1]) {
        const swapped = symbols
          .with(at, symbols[at + 1]!)
          .with(at + 1, symbols[at]!)
          .join('');
        expect(parseRecoveryCode(swapped).kind).toBe('mistyped');
      }
    }),
  );
});

test('what cannot be a code is said', () => {
  expect(parseRecoveryCode('12345')).toEqual({ kind: 'mistyped', fault: { kind: 'length', found: 5 } });
  expect(parseRecoveryCode('é'.repeat(25))).toEqual({ kind: 'mistyped', fault: { kind: 'symbol', found: 'É' } });
  expect(parseRecoveryCode(`${'0'.repeat(24)}1`)).toEqual({ kind: 'mistyped', fault: { kind: 'check' } });
});
