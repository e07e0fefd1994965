import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The browser that the specs drive: FACEWARD_CHROMIUM, else one on the PATH, else the one Playwright installed.
 *
 * @returns Its path, or null when there is none.
 */
export function findBrowser(): string | null {
  const named = process.env.FACEWARD_CHROMIUM;
  if (named) return named;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/** Chromium's own sandbox cannot be used by root, which is who containers often are. */
export const SANDBOX_ARGUMENTS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Keeps Chromium from looking for the network. */
export const QUIET_ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];
