import { CallError } from '../../contract/error.ts';
import { ratePassword } from '../../core/security/people/rate-password.node.ts';
import { looksLike, nameProblem, plainName } from '../../core/security/people/user-name.ts';
import { failure } from '../../core/words/failure.ts';

/**
 * @param taken Names that it must not be taken for.
 * @returns The name as it is kept.
 * @throws CallError
 */
export function goodName(typed: string, taken: readonly string[]): string {
  const name = plainName(typed);
  const problem = nameProblem(name);
  if (problem === 'invisible') throw new CallError('invalid-input', failure('users.name-invisible'));
  if (problem === 'mixed-letters') throw new CallError('invalid-input', failure('users.name-mixed'));
  const other = taken.find((each) => looksLike(each, name));
  if (other === undefined) return name;
  if (other.toLowerCase() === name.toLowerCase())
    throw new CallError('conflict', failure('users.name-taken', { name }));
  throw new CallError('conflict', failure('users.name-alike', { name, other }));
}

/** @param about Names that make it easy to guess. @throws CallError */
export async function assertGoodPassword(password: string, about: readonly string[]): Promise<void> {
  const { problem } = await ratePassword(password, about);
  if (problem) throw new CallError('invalid-input', failure(problem));
}
