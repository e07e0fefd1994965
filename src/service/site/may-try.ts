import { CallError } from '../../contract/error.ts';
import { failure } from '../../core/words/failure.ts';
import type { CallContext } from '../runtime/call-context.ts';
import type { Seat } from '../runtime/sign-in/sign-in-delay.ts';

/**
 * Whoever guesses at passwords has to wait longer and longer.
 *
 * @throws CallError "wrong-password"
 */
export function assertMayTry({ runtime }: Pick<CallContext, 'runtime'>, seat: Seat, name: string): void {
  const waitMs = runtime.delay.attempt(seat, name);
  if (waitMs === 0) return;
  throw new CallError('wrong-password', failure('site.too-many-attempts', { count: Math.ceil(waitMs / 1000) }));
}
