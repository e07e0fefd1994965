import { expect, it } from 'vitest';
import { ROLES } from '../../contract/role.ts';
import { pagesFor, startPageOf } from './pages.ts';

it.each([
  ['ward', ['/live', '/today', '/children', '/sessions', '/queue', '/ratings', '/models', '/settings']],
  ['research', ['/training', '/queue', '/ratings', '/models', '/settings']],
  ['reviewer', ['/sessions', '/queue', '/ratings', '/models', '/settings']],
  [
    'administrator',
    ['/live', '/today', '/children', '/sessions', '/training', '/queue', '/ratings', '/models', '/settings'],
  ],
] as const)('shows %s the pages of that role', (role, paths) => {
  expect(pagesFor(role).map(({ path }) => path)).toEqual(paths);
});

it('leaves no role without a page', () => {
  for (const role of ROLES) expect(pagesFor(role).length).toBeGreaterThan(0);
});

it.each([
  ['ward', false, '/today'],
  ['administrator', false, '/today'],
  ['administrator', true, '/live'],
  ['research', false, '/training'],
  ['reviewer', false, '/sessions'],
] as const)('opens for %s, in a demo: %s, with %s', (role, isDemo, path) => {
  expect(startPageOf(role, isDemo)).toBe(path);
});
