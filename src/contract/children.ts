import { z } from 'zod';
import { CONSENT_SCOPES } from '../core/store/people/consent-scope.ts';
import type { PlainReason } from '../core/words/failure.ts';
import { type MethodSpec, WARD } from './role.ts';

export { CONSENT_SCOPES };

export const consentScopeSchema = z.enum(CONSENT_SCOPES);

export const consentSchema = z.object({
  id: z.string(),
  childId: z.string(),
  scopes: z.array(consentScopeSchema),
  givenBy: z.string(),
  childAssented: z.boolean(),
  fromIso: z.string(),
  /** The last day on which it holds, yyyy-mm-dd. */
  untilDate: z.iso.date(),
  withdrawnAtIso: z.string().nullable(),
});

export const childSchema = z.object({
  id: z.string(),
  /** Pseudonymous code; never a name. */
  code: z.string(),
  /** yyyy-mm */
  birthMonth: z.string(),
  /** The scopes that hold today. */
  consentedScopes: z.array(consentScopeSchema),
  consents: z.array(consentSchema),
});

/** Children under pseudonymous codes, and what their families agreed to. */
export const childrenMethods = {
  'children.list': { input: z.object({}), output: z.array(childSchema), access: 'signed-in' },
  'children.add': {
    input: z.object({
      code: z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9][A-Za-z0-9-]{1,19}$/, 'input.child-code' satisfies PlainReason),
      birthMonth: z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, 'input.birth-month' satisfies PlainReason),
    }),
    output: childSchema,
    access: WARD,
  },
  'consents.grant': {
    input: z.object({
      childId: z.string(),
      scopes: z.array(consentScopeSchema).min(1),
      givenBy: z.string().trim().min(1).max(120),
      childAssented: z.boolean(),
      untilDate: z.iso.date(),
    }),
    output: consentSchema,
    access: WARD,
  },
  'consents.withdraw': {
    input: z.object({ consentId: z.string() }),
    output: z.object({}),
    access: WARD,
  },
} as const satisfies Record<string, MethodSpec>;

export type Child = z.infer<typeof childSchema>;
export type Consent = z.infer<typeof consentSchema>;
export type ConsentScope = z.infer<typeof consentScopeSchema>;
