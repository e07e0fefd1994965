import { vi } from 'vitest';

// Tests make a hundred sites, each with two secrets: they take the least that a key file may ask for.
vi.mock(import('../scrypt-cost.ts'), async (original) => {
  const real = await original();
  return { ...real, SCRYPT_N: real.SCRYPT_N_BOUNDS.least };
});
