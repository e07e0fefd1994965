import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyedBy, makeSubjectSecret, PLAIN_DIGESTS, PUBLISHED_DIGESTS, subjectDigests } from './subject-digest.node.ts';

const key = keyedBy('ab'.repeat(32));

describe('digests under a key', () => {
  it('cannot be found by trying codes, as plain ones can', () => {
    const codes = Array.from({ length: 2000 }, (_, i) => `c${String(i).padStart(3, '0')}`);
    const found = (digest: string) =>
      codes.filter((code) => createHash('sha256').update(code).digest('hex').startsWith(digest));
    expect(found(PLAIN_DIGESTS.digest('c021'))).toEqual(['c021']);
    expect(found(key.digest('c021'))).toEqual([]);
    expect(codes.filter((code) => keyedBy(makeSubjectSecret()).digest(code) === key.digest('c021'))).toEqual([]);
  });

  it('are the same for the same subject and key, and differ with either', () => {
    expect(keyedBy('ab'.repeat(32)).digest('c1')).toBe(key.digest('c1'));
    expect(key.digest('c2')).not.toBe(key.digest('c1'));
    expect(keyedBy('ac'.repeat(32)).digest('c1')).not.toBe(key.digest('c1'));
    expect(key.digest('c1')).toMatch(/^[0-9a-f]{16}$/);
  });

  it('are had from plain ones without knowing who it is', () => {
    expect(key.ofPlain(PLAIN_DIGESTS.digest('c1'))).toBe(key.digest('c1'));
  });

  it('say which key they are under, without the key', () => {
    const other = keyedBy('ac'.repeat(32));
    expect(new Set([key.name, other.name, PUBLISHED_DIGESTS.name, PLAIN_DIGESTS.name]).size).toBe(4);
    expect(key.name).toMatch(/^hmac-sha256:[0-9a-f]{16}$/);
  });

  it('hide a set of subjects as well', () => {
    expect(key.seal('f'.repeat(64))).toMatch(/^[0-9a-f]{64}$/);
    expect(key.seal('f'.repeat(64))).not.toBe(PUBLISHED_DIGESTS.seal('f'.repeat(64)));
  });

  it('refuse what is no secret', () => {
    expect(() => keyedBy('ab')).toThrow(/64 hexadecimal digits/);
  });
});

// printf c001 | sha256sum | head -c 16
it('is the beginning of SHA-256 in models of an earlier version', () => {
  expect(PLAIN_DIGESTS.digest('c001')).toBe('26c0829cf76e048c');
});

it('names each subject once, in an order that tells nothing of theirs', () => {
  expect(subjectDigests(key, ['b', 'a', 'b'])).toEqual([key.digest('a'), key.digest('b')].sort());
});
