import type { MethodName } from '../contract/contract.ts';
import type { FirstThing } from './runtime/sign-in/first-thing.ts';

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
 * What is answered once the store was found damaged: what a running session needs, so that none is torn off, to save elsewhere
 * what a window still holds of it, and leaving.
 * Its file is not written to any more: see runtime/opening/found-damaged.ts.
 */
export function mayCallInDamagedStore(name: MethodName): boolean {
  return mayCallWhileLocked(name) || name === 'sessions.sealWaiting' || name === 'site.signOut';
}

/** What somebody may ask for beside that who has to choose a password of their own, or make a recovery code, first. */
const BEFORE_ALL_ELSE: ReadonlySet<MethodName> = new Set([
  'account.changePassword',
  'site.ratePassword',
  'site.lockAfter',
  'site.signOut',
  'site.signIn',
  'site.recover',
]);

/** What they may ask for who have to make a recovery code first. */
const FOR_RECOVERY_CODE: ReadonlySet<MethodName> = new Set(['site.makeRecoveryCode', 'site.confirmRecoveryCode']);

export function mayCallBefore(first: FirstThing, name: MethodName): boolean {
  if (first === 'recovery-code' && FOR_RECOVERY_CODE.has(name)) return true;
  return mayCallWhileLocked(name) || BEFORE_ALL_ELSE.has(name);
}

export function mayCallWhileLocked(name: MethodName): boolean {
  return WHILE_LOCKED.has(name);
}
