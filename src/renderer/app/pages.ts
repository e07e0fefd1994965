import type { MethodName } from '../../contract/contract.ts';
import type { Role } from '../../contract/role.ts';
import type { ENGLISH } from '../../core/words/en/en.ts';
import { mayCall } from '../client/may-call.ts';

/** A place in the navigation. */
export interface Page {
  readonly path: string;
  /** Its name in the catalogue. */
  readonly name: keyof (typeof ENGLISH)['app']['page'];
  /** Who may call this may see the page; null for everyone. */
  readonly needs: MethodName | null;
}

export const PAGES = [
  { path: '/live', name: 'live', needs: 'sessions.start' },
  { path: '/today', name: 'today', needs: 'children.today' },
  { path: '/children', name: 'children', needs: 'children.add' },
  { path: '/sessions', name: 'sessions', needs: 'sessions.list' },
  { path: '/training', name: 'training', needs: 'runs.list' },
  { path: '/queue', name: 'queue', needs: 'review.queue' },
  { path: '/models', name: 'models', needs: null },
  { path: '/settings', name: 'settings', needs: null },
] as const satisfies readonly Page[];

/** The pages of a role, in the order of the navigation; never empty. */
export function pagesFor(role: Role): readonly (typeof PAGES)[number][] {
  return PAGES.filter(({ needs }) => needs === null || mayCall(role, needs));
}

/**
 * Where the program opens for a role: with who may be watched today, where that is asked at all. The demo has one child, and
 * opens where a reading is one press away.
 */
export function startPageOf(role: Role, isDemo: boolean): string {
  const paths: readonly string[] = pagesFor(role).map(({ path }) => path);
  return (!isDemo && paths.find((path) => path === '/today')) || (paths[0] ?? '/models');
}
