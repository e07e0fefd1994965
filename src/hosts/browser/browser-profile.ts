import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a Chromium is told that the program opens for itself: nothing is sent to an account, no extension reads the page, and a
 * crash leaves no picture of its memory.
 */
export const PRIVATE_FLAGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-sync',
  '--disable-extensions',
  '--disable-breakpad',
];

/** Passwords and what is typed are not offered to be kept; a start opens the program and not the pages of last time. */
export const PRIVATE_PREFERENCES = {
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  translate: { enabled: false },
  session: { restore_on_startup: 5 },
};

/**
 * Makes the profile that a Chromium keeps for this program alone, apart from the person's own: with no account, history or
 * extension of theirs. It remembers the permission to use the camera.
 *
 * @param dir Within the folder of data, for its owner's eyes. One that is there is left as it is.
 */
export function makeBrowserProfile(dir: string): void {
  const preferences = join(dir, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  mkdirSync(join(dir, 'Default'), { recursive: true, mode: 0o700 });
  writeFileSync(preferences, JSON.stringify(PRIVATE_PREFERENCES), { mode: 0o600 });
}
