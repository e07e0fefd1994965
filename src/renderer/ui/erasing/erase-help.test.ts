import { createElement } from 'react';
import { expect, it } from 'vitest';
import { textsIn } from '../testing/texts-in.ts';
import { EraseHelp } from './erase-help.tsx';

it.each([
  ['child', /in no list; administrators alone see that it waits.* A training that reads its pictures ends now\.$/],
  ['session', /in no list; administrators alone see that it waits.* A training that reads its pictures ends now\.$/],
  ['picture', /in no list; administrators alone see that it waits.* A training that reads it ends now\.$/],
  ['video', /in no list; administrators alone see that it waits.* by itself\. The readings stay\.$/],
] as const)('a %s that waits: where it is meanwhile, and what else happens', (kind, said) => {
  expect(textsIn('en', createElement(EraseHelp, { kind, waitDays: 7 }))).toMatch(said);
});

it('what is erased at once', () => {
  expect(textsIn('en', createElement(EraseHelp, { kind: 'video', waitDays: 0 }))).toBe(
    'The video goes for good. The readings stay.',
  );
});
