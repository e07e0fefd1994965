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
  { path: '/today', name: 'today', needs: 'children.today' },
  { path: '/live', name: 'live', needs: 'sessions.start' },
  { path: '/children', name: 'children', needs: 'children.add' },
  { path: '/sessions', name: 'sessions', needs: 'sessions.list' },
  { path: '/training', name: 'training', needs: 'runs.list' },
  { path: '/queue', name: 'queue', needs: 'review.queue' },
  { path: '/ratings', name: 'ratings', needs: 'ratings.list' },
  { path: '/models', name: 'models', needs: null },
  { path: '/settings', name: 'settings', needs: null },
] as const satisfies readonly Page[];

/** The pages of a role, in the order of the navigation; never empty. The first is where it starts. */
export function pagesFor(role: Role): readonly (typeof PAGES)[number][] {
  return PAGES.filter(({ needs }) => needs === null || mayCall(role, needs));
}
