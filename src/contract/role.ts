import { z } from 'zod';
import { type Access, ROLES } from '../core/security/roles.ts';

export { type Access, ROLES, type Role } from '../core/security/roles.ts';

export const roleSchema = z.enum(ROLES);

/** One entry of the contract. */
export interface MethodSpec {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly access: Access;
}
