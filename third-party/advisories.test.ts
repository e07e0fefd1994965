import { expect, test } from 'vitest';
import { verdictOf } from '../resources/checks/advisories.ts';

const counts = { info: 0, low: 2, moderate: 0, high: 0, critical: 0 };

test('a library with something moderate or worse against it is named, and fails', () => {
  const answer = {
    vulnerabilities: { a: { name: 'a', severity: 'high' }, b: { name: 'b', severity: 'low' } },
    metadata: { vulnerabilities: { ...counts, high: 1 }, dependencies: { prod: 12 } },
  };
  expect(verdictOf(JSON.stringify(answer))).toEqual({
    line: 'known against the 12 libraries that ship: 1 high (a)',
    isAsked: true,
    isBad: true,
  });
});

test('what is low passes', () => {
  const answer = { vulnerabilities: {}, metadata: { vulnerabilities: counts, dependencies: { prod: 12 } } };
  expect(verdictOf(JSON.stringify(answer))).toMatchObject({ isAsked: true, isBad: false });
});

test('a registry that does not answer is never taken for one that knows of nothing', () => {
  for (const answer of ['', 'no JSON', '{"message":"405 Method Not Allowed"}', '{"error":{"summary":"timed out"}}']) {
    expect(verdictOf(answer)).toMatchObject({
      isAsked: false,
      line: expect.stringMatching(/^NOT ASKED .+did not answer/),
    });
  }
});
