import { z } from 'zod';
import { type MethodSpec, RESEARCH } from '../role.ts';

/** What a federation file has a site give, in short: what an administrator confirms. */
export const federationPlanSchema = z.object({
  /** Folders of images. */
  dataset: z.array(z.string()),
  /** Optimiser steps of a round. */
  steps: z.number().int(),
  learner: z.enum(['supcon', 'cross-entropy']),
  share: z.enum(['encoder', 'all']),
  imageCountAs: z.enum(['count', 'band']),
});

/** A round as this site took part in it. */
export const ownRoundSchema = z.object({
  id: z.string(),
  task: z.enum(['fit', 'measure']),
  round: z.number().int(),
  atIso: z.string(),
  images: z.number().int(),
  children: z.number().int(),
  /** For want of a consent to share a model. */
  childrenLeftOut: z.number().int(),
});

/** The longest name of those to whom a site gives its weights. */
export const LONGEST_TO = 120;

const file = z.string().trim().min(1).max(1000);

/** This site's part of a model that several sites train. */
export const federationMethods = {
  'federation.state': {
    input: z.object({}),
    output: z.object({
      joined: z
        .object({
          file: z.string(),
          to: z.string(),
          confirmedBy: z.string(),
          confirmedAtIso: z.string(),
          /** False where the file is another since, or cannot be read: no round runs. */
          isAsConfirmed: z.boolean(),
          /** Null where the file cannot be read. */
          plan: federationPlanSchema.nullable(),
        })
        .nullable(),
      /** Children of the site, and for how many of them a consent to share a model holds today. */
      consents: z.object({ children: z.number().int(), agreed: z.number().int() }),
      /** Newest first. */
      rounds: z.array(ownRoundSchema),
    }),
    access: RESEARCH,
  },
  /** Reads a federation file on this machine, so that an administrator sees what would be confirmed. */
  'federation.look': {
    input: z.object({ file }),
    output: z.object({ file: z.string(), sha256: z.string(), plan: federationPlanSchema }),
    access: ['administrator'],
  },
  /** Confirms a file as it was looked at. Until then every round refuses. */
  'federation.join': {
    input: z.object({ file, sha256: z.string(), to: z.string().trim().min(1).max(LONGEST_TO) }),
    output: z.object({}),
    access: ['administrator'],
  },
  /** Signs what a round made, for a site without a network: a file that an administrator carries. */
  'federation.signRound': {
    input: z.object({
      task: z.enum(['fit', 'measure']),
      round: z.number().int().min(1),
      weightsSha256: z.string().regex(/^[0-9a-f]{64}$/),
      answer: z.record(z.string(), z.json()),
    }),
    output: z.object({ text: z.string(), signature: z.string() }),
    access: ['administrator'],
  },
  'federation.leave': { input: z.object({}), output: z.object({}), access: ['administrator'] },
} as const satisfies Record<string, MethodSpec>;

export type FederationPlan = z.output<typeof federationPlanSchema>;
export type OwnRound = z.output<typeof ownRoundSchema>;
