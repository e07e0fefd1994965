import { z } from 'zod';
import type { MethodSpec } from './role.ts';
import { userSchema } from './site.ts';

/** The screen of a window that is covered while whoever uses it is away: they stay signed in, and what runs goes on. */
export const lockMethods = {
  /** From now on this window may ask for nothing but to be unlocked; a session that it records goes on. */
  'site.lock': { input: z.object({}), output: z.object({}), access: 'signed-in' },
  /**
   * By the password of whoever locked it, or of anybody else here, who is signed in instead of them and takes over the
   * sessions that this window records. A demo has no passwords.
   */
  'site.unlock': {
    input: z.object({ userName: z.string().trim().min(1).max(60), password: z.string().max(200) }),
    /** Whether somebody else is signed in now, and how many sessions they took over. */
    output: z.object({ user: userSchema, isAnother: z.boolean(), tookOver: z.number().int() }),
    access: 'signed-in',
  },
  /** Minutes without a key or a pointer after which a window locks itself; null is never. */
  'site.lockAfter': {
    input: z.object({}),
    output: z.object({ lockAfterMinutes: z.number().int().nullable() }),
    access: 'signed-in',
  },
  'site.setLockAfter': {
    input: z.object({ lockAfterMinutes: z.number().int().min(1).max(240).nullable() }),
    output: z.object({}),
    access: ['administrator'],
  },
} as const satisfies Record<string, MethodSpec>;
