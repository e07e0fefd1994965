import { expect, it } from 'vitest';
import { ROLES } from '../../contract/role.ts';
import { pagesFor } from './pages.ts';

it.each([
  ['ward', ['/today', '/live', '/children', '/sessions', '/queue', '/ratings', '/models', '/settings']],
  ['research', ['/training', '/queue', '/ratings', '/models', '/settings']],
  ['reviewer', ['/sessions', '/queue', '/ratings', '/models', '/settings']],
  [
    'administrator',
    ['/today', '/live', '/children', '/sessions', '/training', '/queue', '/ratings', '/models', '/settings'],
  ],
] as const)('shows %s the pages of that role', (role, paths) => {
  expect(pagesFor(role).map(({ path }) => path)).toEqual(paths);
});

it('leaves no role without a page', () => {
  for (const role of ROLES) expect(pagesFor(role).length).toBeGreaterThan(0);
});
