import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import type { HostOptions } from './support/test.ts';

// Hosts and workers begin with what Node has made of their sources before.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../node_modules/.cache/faceward/compiled');

/**
 * The same specs on both hosts; a host that cannot run here is skipped with its reason.
 *
 * `npm run e2e` runs them two at once, and afterwards, one at a time, those tagged `@alone`: they count readings a second,
 * or measure how long something takes, so that they need the machine for themselves.
 * Each has a data folder, a port and a browser of its own; the camera's films are made before the first and only read.
 */
export default defineConfig<HostOptions>({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './support/make-camera-files.ts',
  workers: 1,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 240_000,
  expect: { timeout: 15_000 },
  // What is never there ends a spec in time to say where it was.
  use: { actionTimeout: 60_000 },
  reporter: [['list']],
  projects: [
    { name: 'browser', use: { hostKind: 'browser' } },
    { name: 'desktop', use: { hostKind: 'desktop' } },
  ],
});
