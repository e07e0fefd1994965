import { z } from 'zod';
import { MODEL_STATES } from '../core/emotion/model.ts';
import { SESSION_STATES } from '../core/emotion/session.ts';
import { CONSENT_SCOPES } from '../core/store/people/consent-scope.ts';
import { FOUND_CHILDREN } from '../core/store/people/found-children.ts';
import type { PlainReason } from '../core/words/failure.ts';
import { consentScanSchema } from './people/consent-scans.ts';
import { type MethodSpec, WARD } from './role.ts';

export { CONSENT_SCOPES, FOUND_CHILDREN };

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
  /** Which version of the paper form was signed; '' where nobody said. */
  formVersion: z.string(),
  signedOn: z.iso.date().nullable(),
  /** Who recorded it here, by name; null for one of an earlier version of the program. */
  recordedBy: z.string().nullable(),
  /** Its last day was found to be over: it holds nothing any more, wherever the clock is set. */
  hasEnded: z.boolean(),
  /** Scans of the paper form, oldest first. */
  scans: z.array(consentScanSchema),
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

/** How many children a page of the list holds; each is drawn with all its consents. */
export const CHILDREN_A_PAGE = 10;

/** How many children a page of Today holds. */
export const TODAY_A_PAGE = 25;

/** A child who may be watched today. */
export const childTodaySchema = childSchema.pick({ id: true, code: true }).extend({
  /** The last day on which a consent to watch holds. */
  untilDate: z.iso.date(),
  /** Null before the first one; a session that is not this child's is not counted. */
  lastSession: z
    .object({
      id: z.string(),
      startedAtIso: z.string(),
      durationMs: z.number(),
      state: z.enum(SESSION_STATES),
    })
    .nullable(),
});

/** Which page of a long list, from 0. */
export const pageNumber = z.number().int().min(0).max(100_000).default(0);

const codePart = z.string().trim().max(20).default('');

/** Children under pseudonymous codes, and what their families agreed to. */
export const childrenMethods = {
  /** Birth month and who gave a consent are for who runs sessions: others choose by code. */
  'children.list': { input: z.object({}), output: z.array(childSchema), access: WARD },
  /** A page of the children by code, of those whose code has a part and whose consent is as wanted. */
  'children.page': {
    input: z.object({ code: codePart, show: z.enum(FOUND_CHILDREN).nullable().default(null), page: pageNumber }),
    output: z.object({ children: z.array(childSchema), total: z.number().int() }),
    access: WARD,
  },
  /** Every child by code, without consents: to choose from. */
  'children.codes': {
    input: z.object({}),
    output: z.array(childSchema.pick({ id: true, code: true })),
    access: 'signed-in',
  },
  /** A page of the children who may be watched today: who was watched last first. */
  'children.today': {
    input: z.object({ code: codePart, page: pageNumber }),
    output: z.object({
      children: z.array(childTodaySchema),
      total: z.number().int(),
      /** How many of all children have a consent to watch that ends soon. */
      endingSoon: z.number().int(),
      /** How many days "soon" is. */
      soonDays: z.number().int(),
    }),
    access: WARD,
  },
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
      formVersion: z.string().trim().max(60).default(''),
      /** The day on which the form was signed, no later than today. */
      signedOn: z.iso.date().nullable().default(null),
    }),
    output: consentSchema,
    access: WARD,
  },
  /** What withdrawing a consent would stop, delete and leave, before anybody does it. */
  'consents.ahead': {
    input: z.object({ consentId: z.string() }),
    output: z.object({
      /** The scopes that nothing else covers: they end. */
      ends: z.array(consentScopeSchema),
      /** The scopes that another consent covers as well. */
      goesOn: z.array(consentScopeSchema),
      stops: z.object({
        sessions: z.number().int(),
        /** Trainings, comparisons and studies that read the child's pictures now. */
        readers: z.number().int(),
      }),
      deletes: z.object({ pictures: z.number().int(), videos: z.number().int(), baselines: z.number().int() }),
      /** Sessions with their readings and notes. */
      keepsSessions: z.number().int(),
      /** Models that the child's pictures made, where the consent to training ends: they stay. `through`: what they are built on saw it. */
      models: z.array(z.object({ id: z.string(), state: z.enum(MODEL_STATES), through: z.string().nullable() })),
    }),
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
export type WithdrawalAhead = z.infer<(typeof childrenMethods)['consents.ahead']['output']>;
export type ChildToday = z.infer<typeof childTodaySchema>;
