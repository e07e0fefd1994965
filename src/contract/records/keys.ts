import { z } from 'zod';
import { storedFailureSchema } from '../error.ts';
import type { MethodSpec } from '../role.ts';
import { userSchema } from '../site.ts';

/** copy: the store is copied; rekey: the copy is written under the other key; check: it is read whole. */
export const rekeyStepSchema = z.enum(['waiting', 'copy', 'rekey', 'check']);

const personSchema = userSchema.pick({ id: true, name: true });

/** Whether passwords need a secret of this computer's keystore beside them. */
const thisComputerSchema = z.object({
  /** Why this program cannot keep a secret here; null where it can. */
  problem: storedFailureSchema.nullable(),
  /** Since when slots that are made need one; null where they do not. */
  sinceIso: z.string().nullable(),
  /** Whether this computer opens the secret that they need. */
  works: z.boolean(),
  /** Whose slot opens by the password alone, though the site wants more. */
  notYet: z.array(personSchema),
  /** Whose slot needs a secret of this computer, though the site does not want that any more. */
  still: z.array(personSchema),
  /** Whose slot needs a secret that this computer does not open: they can sign in only with a new password. */
  lost: z.array(personSchema),
});

/** Of whoever asks, once more. */
const ownPassword = z.object({ password: z.string().max(200) });

/** The data key, and its change: all calls but `keys.progress` wait while it is under way. */
export const keysMethods = {
  /** What a change that is under way does at this moment; null while none is. */
  'keys.progress': { input: z.object({}), output: z.object({ step: rekeyStepSchema.nullable() }), access: 'anyone' },
  'keys.state': {
    input: z.object({}),
    output: z.object({
      /** Since when a change is due, and why; null when none is. It is made as soon as nothing runs. */
      due: z.object({ sinceIso: z.string(), why: z.enum(['user-removed', 'asked', 'this-computer']) }).nullable(),
      lastAtIso: z.string().nullable(),
      lastFailure: z.object({ atIso: z.string(), why: storedFailureSchema }).nullable(),
      /** Who has not signed in since a version whose keys cannot be changed for them; they would be left out. */
      leftOut: z.array(personSchema),
      /** Who has no key at all, as whoever an earlier change left out: they cannot sign in until they are given a new password. */
      withoutKey: z.array(personSchema),
      /** Whether the recovery code would not be left out, if there is one. */
      keepsRecoveryCode: z.boolean(),
      /** No recovery code was confirmed: the last password that is lost takes everything with it. */
      lacksRecoveryCode: z.boolean(),
      /**
       * The key file was changed by other means than this program's; null when it was not, or that was settled. Until then no key is
       * changed, nobody added and no recovery code made.
       */
      foreign: z
        .object({
          sinceIso: z.string(),
          /** SHA-256 of what it says, hexadecimal. */
          fingerprint: z.string(),
          /** Where it is not as it was written; null where that cannot be told. */
          differs: z.object({ names: z.array(z.string()), recovery: z.boolean() }).nullable(),
        })
        .nullable(),
      thisComputer: thisComputerSchema,
    }),
    access: ['administrator'],
  },
  /**
   * From now on every password needs a secret of this computer's keystore beside it: that of whoever asks at once, others' when they sign in
   * or are given another.
   */
  'keys.bind': { input: ownPassword, output: z.object({}), access: ['administrator'] },
  /** From now on passwords alone open the store again: that of whoever asks at once, others' when they sign in. */
  'keys.unbind': { input: ownPassword, output: z.object({}), access: ['administrator'] },
  /** Has the data key changed as soon as nothing runs, at once if nothing does. */
  'keys.change': {
    input: z.object({
      /** Also where people, or the recovery code, would be left out. */
      leavesOut: z.boolean(),
    }),
    output: z.object({}),
    access: ['administrator'],
  },
  /** The key file counts as it is, though it was changed by other means: whoever asks knows why. */
  'keys.settle': {
    input: z.object({
      /** Of the file that was looked at. */
      fingerprint: z.string().max(64),
      /** Of whoever asks, once more. */
      password: z.string().max(200),
    }),
    output: z.object({}),
    access: ['administrator'],
  },
} as const satisfies Record<string, MethodSpec>;

export type KeysState = z.infer<(typeof keysMethods)['keys.state']['output']>;
