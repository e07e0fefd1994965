import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts', '../third-party/*.test.ts', '../docs/*.test.ts', '../bench/faults/*.test.ts'],
    setupFiles: ['core/security/testing/cheap-passwords.ts'],
    testTimeout: 60_000,
    // Tests that are about workers start them; elsewhere one thread computes.
    env: { FACEWARD_WASM_WORKERS: '1' },
    // Two at once: the machines that run this have two cores, and the tensor tests fill one each.
    maxWorkers: 2,
  },
});
