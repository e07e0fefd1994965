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

/**
 * What is answered once the store was found damaged: what a running session needs, so that none is torn off, and leaving.
 * Its file is not written to any more: see runtime/opening/found-damaged.ts.
 */
export function mayCallInDamagedStore(name: MethodName): boolean {
  return mayCallWhileLocked(name) || name === 'site.signOut';
}

/** What somebody may ask for beside that who has to choose a password of their own first. */
const WITH_START_PASSWORD: ReadonlySet<MethodName> = new Set([
  'account.changePassword',
  'site.ratePassword',
  'site.lockAfter',
  'site.signOut',
  'site.signIn',
  'site.recover',
]);

export function mayCallWithStartPassword(name: MethodName): boolean {
  return mayCallWhileLocked(name) || WITH_START_PASSWORD.has(name);
}

export function mayCallWhileLocked(name: MethodName): boolean {
  return WHILE_LOCKED.has(name);
}
