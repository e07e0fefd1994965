import { expect, it } from 'vitest';
import { modelIdOf } from './model-config.ts';

it.each([
  ['base', 'base'],
  ['Ward 3: second try!', 'ward-3-second-try'],
  ['../etc', 'etc'],
  ['Épreuve', 'preuve'],
  ['!!!', 'model'],
])('makes of the name %s the id %s', (name, id) => {
  expect(modelIdOf(name)).toBe(id);
});
