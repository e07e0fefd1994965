import { expect, test } from 'vitest';
import { makePseudonymSecret, pseudonymOf } from './pseudonym.node.ts';

test('one child of one site has one pseudonym, and another with another secret', () => {
  const [here, there] = [makePseudonymSecret(), makePseudonymSecret()];
  expect(pseudonymOf(here, 'child', 'a')).toBe(pseudonymOf(here, 'child', 'a'));
  expect(pseudonymOf(here, 'child', 'a')).toMatch(/^C-[0-9A-HJKMNP-TV-Z]{10}$/);
  expect(pseudonymOf(here, 'session', 'a')).toMatch(/^S-/);
  const all = [
    pseudonymOf(here, 'child', 'a'),
    pseudonymOf(there, 'child', 'a'),
    pseudonymOf(here, 'child', 'b'),
    pseudonymOf(here, 'session', 'a'),
  ];
  expect(new Set(all.map((each) => each.slice(2))).size).toBe(4);
});
