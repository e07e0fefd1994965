import { SHORTEST_PASSWORD } from '../../contract/site.ts';

/** What to say about a new password. Length counts most: it makes guessing costly. */
export interface PasswordStrength {
  /** 0 (too short) to 3 (strong). */
  readonly level: 0 | 1 | 2 | 3;
  /** Which text of the catalogue says so. */
  readonly hint: 'tooShort' | 'weak' | 'fair' | 'strong';
}

/**
 * A rough hint while typing; whether the password is accepted is for the service to say.
 *
 * A run of one character, or of neighbouring ones ("aaaa", "1234"), counts as a single character.
 */
export function passwordStrength(password: string): PasswordStrength {
  if (password.length < SHORTEST_PASSWORD) {
    return { level: 0, hint: 'tooShort' };
  }
  let counted = 1;
  for (let index = 1; index < password.length; index++) {
    const step = Math.abs(password.charCodeAt(index) - password.charCodeAt(index - 1));
    if (step > 1) counted++;
  }
  if (counted < SHORTEST_PASSWORD - 2) return { level: 1, hint: 'weak' };
  if (counted < 15) return { level: 2, hint: 'fair' };
  return { level: 3, hint: 'strong' };
}
