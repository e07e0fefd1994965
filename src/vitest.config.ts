import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    testTimeout: 60_000,
    // Two at once: the machines that run this have two cores, and the tensor tests fill one each.
    maxWorkers: 2,
  },
});
