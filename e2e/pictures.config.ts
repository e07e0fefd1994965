import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** Not a spec: takes the README's pictures, on the browser host. Waits longer, since a picture of a busy machine will do. */
export default defineConfig({
  ...config,
  testMatch: 'take-pictures.ts',
  expect: { timeout: 60_000 },
  projects: [{ name: 'browser' }],
});
