import { CallError } from '../../contract/error.ts';
import { unlockWithPassword } from '../../core/security/key-slots.node.ts';
import { failure, type PlainReason } from '../../core/words/failure.ts';
import type { SignedInContext } from '../runtime/call-context.ts';
import { assertMayTry } from './may-try.ts';

/**
 * Before what is grave: that it is still the person who signed in. A demo has no passwords.
 *
 * @param refusal What is said of a wrong one.
 * @throws CallError "wrong-password", which makes whoever guesses wait.
 */
export async function assertOwnPassword(
  context: SignedInContext,
  password: string,
  refusal: PlainReason,
): Promise<void> {
  const { runtime, site, user, callerState } = context;
  if (site.demo) return;
  const seat = { window: callerState.id };
  assertMayTry(context, seat, user.name);
  const unlocked = await unlockWithPassword(
    site.folder.keyFile,
    { userName: user.name, password },
    runtime.thisComputer.find,
  );
  if (unlocked.kind === 'refused') throw new CallError('wrong-password', failure(refusal));
  unlocked.key.fill(0);
  runtime.delay.succeeded(seat, user.name);
}
