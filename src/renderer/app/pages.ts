import type { MethodName } from '../../contract/contract.ts';
import type { Role } from '../../contract/role.ts';
import { mayCall } from '../client/may-call.ts';

/** A place in the navigation. */
export interface Page {
  readonly path: string;
  readonly label: string;
  /** Who may call this may see the page; null for everyone. */
  readonly needs: MethodName | null;
}

export const PAGES = [
  { path: '/live', label: 'Live', needs: 'sessions.start' },
  { path: '/children', label: 'Children', needs: 'children.add' },
  { path: '/sessions', label: 'Sessions', needs: 'sessions.list' },
  { path: '/training', label: 'Training Lab', needs: 'runs.list' },
  { path: '/models', label: 'Models', needs: null },
  { path: '/settings', label: 'Settings', needs: null },
] as const satisfies readonly Page[];

/** The pages of a role, in the order of the navigation; never empty. The first is where it starts. */
export function pagesFor(role: Role): readonly (typeof PAGES)[number][] {
  return PAGES.filter(({ needs }) => needs === null || mayCall(role, needs));
}
