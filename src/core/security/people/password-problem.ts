import type { PlainReason } from '../../words/failure.ts';

/** Why a new password is refused: a reason that the catalogue has words for. */
export const PASSWORD_PROBLEMS = [
  'users.password-common',
  'users.password-word',
  'users.password-repeat',
  'users.password-row',
  'users.password-date',
  'users.password-own',
  'users.password-guessable',
] as const satisfies readonly PlainReason[];

export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number];
