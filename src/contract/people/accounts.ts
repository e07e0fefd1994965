import { z } from 'zod';
import { PASSWORD_PROBLEMS } from '../../core/security/people/password-problem.ts';
import type { PlainReason } from '../../core/words/failure.ts';
import { type MethodSpec, roleSchema } from '../role.ts';
import { passwordSchema, userSchema } from '../site.ts';

const ADMINISTRATORS = ['administrator'] as const;

/** What people do about their own account, and administrators about those of others. */
export const accountsMethods = {
  /** How hard a password is to guess, while it is typed. */
  'site.ratePassword': {
    input: z.object({ password: z.string().max(200), about: z.array(z.string().max(120)).max(5).default([]) }),
    output: z.object({
      problem: z.enum(PASSWORD_PROBLEMS satisfies readonly PlainReason[]).nullable(),
      isStrong: z.boolean(),
    }),
    access: 'anyone',
  },
  'account.changePassword': {
    input: z.object({ password: z.string().min(1).max(200), newPassword: passwordSchema }),
    output: z.object({}),
    access: 'signed-in',
  },
  /** Somebody else's, who is signed out everywhere and has to choose another when they sign in with it. */
  'users.resetPassword': {
    input: z.object({ userId: z.string(), password: passwordSchema }),
    output: z.object({}),
    access: ADMINISTRATORS,
  },
  'users.setRole': {
    input: z.object({ userId: z.string(), role: roleSchema }),
    output: userSchema,
    access: ADMINISTRATORS,
  },
  /** A code that is good for nothing until it is confirmed; until then the one before it is. */
  'site.makeRecoveryCode': {
    input: z.object({ password: z.string().min(1).max(200) }),
    output: z.object({ recoveryCode: z.string() }),
    access: ADMINISTRATORS,
  },
  /** By its last group, as it stands on paper. From then on the code before it opens nothing. */
  'site.confirmRecoveryCode': {
    input: z.object({ lastGroup: z.string().trim().min(1).max(20) }),
    output: z.object({}),
    access: ADMINISTRATORS,
  },
} as const satisfies Record<string, MethodSpec>;
