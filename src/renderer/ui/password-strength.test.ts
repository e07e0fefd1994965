import { expect, it } from 'vitest';
import { passwordStrength } from './password-strength.ts';

it.each([
  ['', 0],
  ['ninechars', 0],
  ['aaaaaaaaaaaaaaaa', 1],
  ['abcdefghijklmnop', 1],
  ['horse7staple', 2],
  ['correct horse battery staple', 3],
] as const)('judges %j', (password, level) => {
  expect(passwordStrength(password).level).toBe(level);
});
