import { z } from 'zod';
import type { PlainReason } from '../core/words/failure.ts';
import { markerButtonSchema } from './emotion-schemas.ts';
import { storedFailureSchema } from './error.ts';
import { type MethodSpec, roleSchema, WARD } from './role.ts';

/** Characters that a new password has at the least. */
export const SHORTEST_PASSWORD = 10;

export const passwordSchema = z.string().min(SHORTEST_PASSWORD).max(200);
/** The copy of a store whose log is damaged, by the name that the refusal told: opens the store without what is lost. */
const acceptedCopySchema = z.string().max(300).nullable().default(null);

export const userNameSchema = z.string().trim().min(1).max(60);

export const userSchema = z.object({ id: z.string(), name: z.string(), role: roleSchema });

export const siteStatusSchema = z.object({
  /** new: nothing set up yet; locked: set up, nobody signed in; open: somebody is signed in. */
  state: z.enum(['new', 'locked', 'open']),
  siteName: z.string().nullable(),
  demo: z.boolean(),
  user: userSchema.nullable(),
  /** Whoever is signed in has a password that an administrator gave them: nothing is answered until they chose another. */
  mustChangePassword: z.boolean(),
  /** No recovery code was ever confirmed: an administrator's windows answer nothing until one was. */
  mustMakeRecoveryCode: z.boolean(),
  /** The screen of this window is covered until somebody's password is given; what runs in it goes on. */
  isLocked: z.boolean(),
  /** Who can unlock this window; nobody's name before somebody is signed in. */
  userNames: z.array(z.string()),
  /** How many people can sign in. */
  people: z.number(),
  host: z.enum(['desktop', 'browser', 'cli']),
  version: z.string(),
  /** What is wrong with the store, if that was found since it was opened: nothing but a running session goes on. */
  damage: storedFailureSchema.nullable(),
});

const signedIn = z.object({ user: userSchema });

/** The site itself: its set-up, who is signed in, and its users. */
export const siteMethods = {
  'site.status': { input: z.object({}), output: siteStatusSchema, access: 'anyone' },
  'site.setUp': {
    input: z.object({
      siteName: z.string().trim().min(1).max(120),
      administrator: userNameSchema,
      password: passwordSchema,
    }),
    /** The recovery code is shown once, stored nowhere, and opens nothing before it is confirmed by its last group. */
    output: signedIn.extend({ recoveryCode: z.string() }),
    access: 'anyone',
  },
  /** Opens a throw-away site with a demo child and demo sessions, and with all roles' screens. Only in a new folder. */
  'site.openDemo': { input: z.object({}), output: signedIn, access: 'anyone' },
  'site.signIn': {
    input: z.object({
      /** Null for the only person who can. */
      userName: z.string().trim().min(1).max(60).nullable(),
      password: z.string().min(1).max(200),
      acceptedCopy: acceptedCopySchema,
    }),
    output: signedIn,
    access: 'anyone',
  },
  'site.recover': {
    input: z.object({
      recoveryCode: z.string().trim().min(1).max(100),
      userName: z.string().trim().min(1).max(60),
      newPassword: passwordSchema,
      acceptedCopy: acceptedCopySchema,
    }),
    output: signedIn,
    access: 'anyone',
  },
  /**
   * Milliseconds since this machine started, its sleep included; no clock on a wall changes them. It is by this that a
   * window tells a sleep from a clock that was set.
   */
  'site.uptime': { input: z.object({}), output: z.object({ uptimeMs: z.number() }), access: 'anyone' },
  'site.signOut': { input: z.object({}), output: z.object({}), access: 'signed-in' },
  'site.markerButtons': { input: z.object({}), output: z.array(markerButtonSchema), access: 'signed-in' },
  'site.setMarkerButtons': {
    input: z.object({
      buttons: z
        .array(markerButtonSchema)
        .min(1)
        .max(12)
        .refine(
          (all) => new Set(all.map(({ hotkey }) => hotkey)).size === all.length,
          'input.marker-key-taken' satisfies PlainReason,
        ),
    }),
    output: z.object({}),
    access: WARD,
  },
  'users.list': { input: z.object({}), output: z.array(userSchema), access: ['administrator'] },
  'users.add': {
    input: z.object({
      name: userNameSchema,
      role: roleSchema,
      password: passwordSchema,
      /** Whoever is added has to choose another when they first sign in. */
      isStartPassword: z.boolean().default(false),
    }),
    output: userSchema,
    access: ['administrator'],
  },
  'users.remove': { input: z.object({ userId: z.string() }), output: z.object({}), access: ['administrator'] },
} as const satisfies Record<string, MethodSpec>;

export type User = z.infer<typeof userSchema>;
export type SiteStatus = z.infer<typeof siteStatusSchema>;
