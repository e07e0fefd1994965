import { expect, it } from 'vitest';
import { looksLike, nameProblem, plainName } from './user-name.ts';

it('writes a name one way', () => {
  expect(plainName('  Zoe\u0308 \u00a0 de  Vries ')).toBe('Zoë de Vries');
  expect(plainName('Ａｎｎａ')).toBe('Anna');
});

it.each([
  ['An\u200bna', 'invisible'],
  ['Anna\u202e', 'invisible'],
  ['\u3164', 'invisible'],
  ['\u0301a', 'invisible'],
  ['--', 'invisible'],
  ['Аnna', 'mixed-letters'],
  ['Annα', 'mixed-letters'],
  ['Zoë de Vries-Jansen 2', null],
  ["Siobhán O'Neil", null],
  ['Анна', null],
  ['李娜', null],
] as const)('says of %j: %s', (name, problem) => {
  expect(nameProblem(plainName(name))).toBe(problem);
});

it.each([
  ['Anna', 'anna '],
  ['Éva', 'éva'],
  ['Ilse', 'llse'],
  ['Coco', 'Сосо'],
  ['Bernd', 'Bemd'],
  ['Jan de Wit', 'Jan-de Wit'],
  ['Bo', 'B0'],
])('takes %j and %j for each other', (a, b) => expect(looksLike(a, b)).toBe(true));

it.each([
  ['Zoë', 'Zoe'],
  ['Anna', 'Anne'],
  ['Jan', 'Jana'],
])('tells %j from %j', (a, b) => expect(looksLike(a, b)).toBe(false));
