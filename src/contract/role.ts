import { z } from 'zod';
import { type Access, ROLES, type Role } from '../core/security/roles.ts';

export { type Access, ROLES, type Role } from '../core/security/roles.ts';

export const roleSchema = z.enum(ROLES);

/** Who runs sessions. */
export const WARD = ['ward', 'administrator'] as const satisfies readonly Role[];

/** Who trains models. */
export const RESEARCH = ['research', 'administrator'] as const satisfies readonly Role[];

/** One entry of the contract. */
export interface MethodSpec {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly access: Access;
}
