import { SCRYPT_N_BOUNDS } from '../../src/core/security/scrypt-cost.ts';

export { SCRYPT_N_BOUNDS };

/** In the place of what is shipped. */
export const SCRYPT_N = SCRYPT_N_BOUNDS.least;
