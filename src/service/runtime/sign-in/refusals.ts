import type { CallError } from '../../../contract/error.ts';
import { isKeyHolder } from '../../../core/security/keys/key-holder.node.ts';
import { appendAudit } from '../../../core/store/audit.node.ts';
import { findUserByName } from '../../../core/store/people/users.node.ts';
import type { CallerState } from '../callers.ts';
import { type Runtime, signedInUser } from '../runtime.ts';
import { isSetUp } from '../site-folder.ts';
import { post, type Refusal } from './letters.ts';

/** In the place of a name that no user has: what was typed may be a password. */
const UNKNOWN = '?';

/** Of the same again within an hour, those that are written: the first, and then with their number. */
const WRITTEN: ReadonlySet<number> = new Set([1, 10, 100, 1000, 10_000, 100_000]);

/**
 * Writes into the audit log that a password, a code or a call was refused; where no store is open, into a sealed letter beside
 * it, which the next opening takes in. A call of a window that was signed out a moment ago tells nothing and is left out.
 *
 * Does not throw: what was refused stays refused.
 */
export function noteRefusal(
  runtime: Runtime,
  callerState: CallerState,
  { name, input }: { readonly name: string; readonly input: unknown },
  error: CallError,
): void {
  const { site, home, options, refusalCounts } = runtime;
  if (site?.demo || !isSetUp(home)) return;
  try {
    const what = refusalOf(runtime, callerState, { name, input }, error);
    if (!what) return;
    const count = refusalCounts.count(what);
    // A guess at somebody's password is slow enough to be written every time.
    const isGuess = what.action === 'refused.password' && what.userName !== UNKNOWN;
    if (!isGuess && !WRITTEN.has(count)) return;
    const refusal = { ...what, subject: !isGuess && count > 1 ? `${what.subject}, ${count} times` : what.subject };
    if (site) appendAudit(site.db, { ...refusal, now: options.now() });
    else post(runtime.signInFile, refusal, options.now());
  } catch (failed) {
    options.log(`That ${name} was refused could not be written into the audit log: ${String(failed)}`);
  }
}

function refusalOf(
  runtime: Runtime,
  callerState: CallerState,
  { name, input }: { readonly name: string; readonly input: unknown },
  { code, reason }: CallError,
): Refusal | null {
  const user = signedInUser(runtime, callerState);
  if (code === 'wrong-password') {
    const userName = isOfCode(reason) ? UNKNOWN : (typedName(runtime, input) ?? user?.name ?? UNKNOWN);
    return { userName, action: guessAction(reason), subject: name };
  }
  if (code === 'forbidden') return { userName: user?.name ?? UNKNOWN, action: 'refused.call', subject: name };
  if (code !== 'not-signed-in') return null;
  if (user) return { userName: user.name, action: 'refused.locked', subject: name };
  return callerState.wasSignedIn ? null : { userName: UNKNOWN, action: 'refused.signedOut', subject: name };
}

function guessAction(reason: CallError['reason']): string {
  if (reason === 'site.too-many-attempts') return 'refused.wait';
  return isOfCode(reason) ? 'refused.code' : 'refused.password';
}

function isOfCode(reason: CallError['reason']): boolean {
  return reason === 'site.wrong-code' || reason === 'site.no-code';
}

/** The user who was meant, as the site writes them once it is open; null for none. */
function typedName({ home, site }: Pick<Runtime, 'home' | 'site'>, input: unknown): string | null {
  const { userName } = (input ?? {}) as { readonly userName?: unknown };
  if (typeof userName !== 'string') return null;
  const wanted = userName.trim();
  if (!isKeyHolder(home.keyFile, wanted)) return UNKNOWN;
  return (site && findUserByName(site.db, wanted)?.name) ?? wanted;
}
