import type { MethodName } from '../contract/contract.ts';

/**
 * What a locked window may ask for: to be unlocked, and what a session or a video file needs that goes on behind the
 * cover. Nothing of it answers with anything that is on record of a child.
 */
const WHILE_LOCKED: ReadonlySet<MethodName> = new Set([
  'site.status',
  'site.uptime',
  'keys.progress',
  'site.lock',
  'site.unlock',
  'films.openDecoder',
  'films.decode',
  'films.closeDecoder',
  'films.digest',
  'films.keepList',
  'sessions.append',
  'sessions.noteFilm',
  'sessions.stop',
  'sessions.mark',
  'sessions.endMarker',
  'sessions.unmark',
  'sessions.observe',
  'sessions.unobserve',
]);

export function mayCallWhileLocked(name: MethodName): boolean {
  return WHILE_LOCKED.has(name);
}
