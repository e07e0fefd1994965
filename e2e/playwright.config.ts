import { defineConfig } from '@playwright/test';
import type { HostOptions } from './support/test.ts';

/** The same specs on both hosts; a host that cannot run here is skipped with its reason. One at a time: each fills two cores. */
export default defineConfig<HostOptions>({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './support/make-camera-files.ts',
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [
    { name: 'browser', use: { hostKind: 'browser' } },
    { name: 'desktop', use: { hostKind: 'desktop' } },
  ],
});
