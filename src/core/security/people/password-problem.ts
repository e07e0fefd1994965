/** Why a new password is refused: a reason that the catalogue has words for. */
export const PASSWORD_PROBLEMS = [
  'users.password-common',
  'users.password-word',
  'users.password-repeat',
  'users.password-row',
  'users.password-date',
  'users.password-own',
  'users.password-guessable',
] as const;

export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number];
