import { CallError } from '../../contract/error.ts';
import { failure } from '../../core/words/failure.ts';
import type { CallContext } from '../runtime/call-context.ts';

/**
 * Whoever guesses at passwords has to wait longer and longer.
 *
 * @throws CallError "wrong-password"
 */
export function assertMayTry({ runtime, now }: Pick<CallContext, 'runtime' | 'now'>, name: string): void {
  const waitMs = runtime.delay.attempt(name, now.getTime());
  if (waitMs === 0) return;
  throw new CallError('wrong-password', failure('site.too-many-attempts', { count: Math.ceil(waitMs / 1000) }));
}
