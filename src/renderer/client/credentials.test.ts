import { expect, it } from 'vitest';
import { tokenInFragment } from './credentials.ts';

it.each([
  ['#token=abc-DEF_1', 'abc-DEF_1'],
  ['#token=a%2Bb', 'a+b'],
  ['', null],
  ['#/live', null],
  ['#/live?token=abc', null],
])('finds the token of %j', (fragment, token) => {
  expect(tokenInFragment(fragment)).toBe(token);
});
