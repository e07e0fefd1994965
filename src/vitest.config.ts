import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Every test file and every program that a test starts is a process of its own: what Node made of their sources is shared.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../node_modules/.cache/faceward/compiled');

/**
 * Tests of what holds nothing between two calls, or holds it in what the test makes. They share a process, which saves
 * evaluating the same modules a thousand times; the others have one each.
 */
const SHARING = [
  'contract/**/*.test.ts',
  'renderer/**/*.test.ts',
  'core/{emotion,evaluation,reading,registry,report,study,tables,timeline,words}/**/*.test.ts',
];

export default defineConfig({
  test: {
    root: import.meta.dirname,
    // Two at once: the machines that run this have two cores, and the tensor tests fill one each.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'sharing', include: SHARING, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['**/*.test.ts', '../third-party/*.test.ts', '../docs/*.test.ts', '../bench/faults/*.test.ts'],
          exclude: ['**/node_modules/**', ...SHARING],
        },
      },
    ],
    setupFiles: ['core/security/testing/cheap-passwords.ts'],
    testTimeout: 60_000,
    // Tests that are about workers start them; elsewhere one thread computes.
    env: { FACEWARD_WASM_WORKERS: '1' },
  },
});
