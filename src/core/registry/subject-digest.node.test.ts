import { expect, it } from 'vitest';
import { subjectDigest, subjectDigests } from './subject-digest.node.ts';

// printf c001 | sha256sum | head -c 16
it('is the beginning of SHA-256', () => {
  expect(subjectDigest('c001')).toBe('26c0829cf76e048c');
});

it('names each subject once, in an order that tells nothing of theirs', () => {
  expect(subjectDigests(['b', 'a', 'b'])).toEqual([subjectDigest('a'), subjectDigest('b')].sort());
});
