import { z } from 'zod';

/** What a person may do on this site. Names as in the permission table of core/security. */
export const ROLES = ['ward', 'research', 'reviewer', 'administrator'] as const;

export type Role = (typeof ROLES)[number];

export const roleSchema = z.enum(ROLES);

/** Who may call a method: anyone at the machine, anyone signed in, or the named roles. */
export type Access = 'anyone' | 'signed-in' | readonly Role[];

/** One entry of the contract. */
export interface MethodSpec {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly access: Access;
}
