import { CallError } from '../../contract/error.ts';
import { unlockWithPassword } from '../../core/security/key-slots.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { SignedInContext } from '../runtime/call-context.ts';
import { assertMayTry } from './may-try.ts';

/**
 * Before what cannot be undone: that it is still the person who signed in. A demo has no passwords.
 *
 * @throws CallError "wrong-password"
 */
export async function assertOwnPassword(context: SignedInContext, password: string): Promise<void> {
  const { runtime, site, user, callerState } = context;
  if (site.demo) return;
  const seat = { window: callerState.id };
  assertMayTry(context, seat, user.name);
  const unlocked = await unlockWithPassword(site.folder.keyFile, { userName: user.name, password });
  if (unlocked.kind === 'refused') throw new CallError('wrong-password', failure('erasures.wrong-password'));
  unlocked.key.fill(0);
  runtime.delay.succeeded(seat, user.name);
}
