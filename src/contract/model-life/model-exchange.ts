import { z } from 'zod';
import { ofModel } from '../lab-schemas.ts';
import { modelSchema } from '../models.ts';
import { type MethodSpec, RESEARCH } from '../role.ts';

/** In what form a model leaves the site: for another site, or for programs of others. */
export const EXCHANGE_FORMS = ['model-file', 'onnx'] as const;

/** In characters: of whom else the model was made, and why they may be. */
export const SHORTEST_STATEMENT = 20;

/** Who was trained or tested on, and whether their families agreed that weights are shared. */
export const sharingSchema = z.object({
  /** Children of this site that the model saw, itself or by the models that it goes on from. */
  children: z.number().int(),
  /** Codes of those without a consent to share weights that holds today. */
  without: z.array(z.string()),
  /** True where it saw people of whom the site knows nothing: an administrator has to state why it may be handed on. */
  needsStatement: z.boolean(),
  /** Codes of children that stand in its card or config, which would leave the site with it. */
  named: z.array(z.string()),
});

/** How a site stands to this one: itself, confirmed before, not yet, or under a name that has another key. */
export const SITE_STANDINGS = ['own', 'known', 'unknown', 'key-changed'] as const;

/** What a model file that was handed in says of itself, once it is known to be as it was signed. */
export const receivedModelSchema = z.object({
  modelId: z.string(),
  version: z.string(),
  siteName: z.string(),
  fingerprint: z.string(),
  standing: z.enum(SITE_STANDINGS),
  /** Children for whose families' consent the sending site stands. */
  children: z.number().int(),
  statement: z.string().nullable(),
  madeAtIso: z.string(),
  testedOn: z.string(),
  /** A model of this name is here already. */
  nameTaken: z.boolean(),
});

/** The longest piece of a file in one call. */
export const MOST_PIECE_BYTES = 1024 * 1024;

export const knownSiteSchema = z.object({
  name: z.string(),
  fingerprint: z.string(),
  confirmedBy: z.string(),
  confirmedAtIso: z.string(),
});

/** Handing models on to other sites and taking theirs in. */
export const modelExchangeMethods = {
  'modelExchange.sharing': { input: ofModel, output: sharingSchema, access: ['administrator'] },
  'modelExchange.export': {
    input: ofModel.extend({
      form: z.enum(EXCHANGE_FORMS),
      statement: z.string().trim().min(SHORTEST_STATEMENT).max(1000).nullable().default(null),
    }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), bytes: z.instanceof(Uint8Array) }),
    access: ['administrator'],
  },
  /** Hands in a file piece by piece; one that begins at 0 takes the place of what was handed in before. */
  'modelExchange.receive': {
    input: z.object({ at: z.number().int().min(0), piece: z.instanceof(Uint8Array) }),
    output: z.object({ bytes: z.number().int() }),
    access: ['administrator'],
  },
  /** What was handed in, read and checked. */
  'modelExchange.inspect': { input: z.object({}), output: receivedModelSchema, access: ['administrator'] },
  /** Takes in what was handed in, as a candidate. */
  'modelExchange.import': {
    input: z.object({
      /** Of a site that is not known yet: the fingerprint that was compared with the one which that site told. */
      confirmedFingerprint: z.string().nullable().default(null),
    }),
    output: modelSchema,
    access: ['administrator'],
  },
  /** Where a model came from; null for one of this site. */
  'modelExchange.importedFrom': {
    input: ofModel,
    output: z
      .object({
        siteName: z.string(),
        fingerprint: z.string(),
        statement: z.string().nullable(),
        importedAtIso: z.string(),
      })
      .nullable(),
    access: 'signed-in',
  },
  'modelExchange.knownSites': { input: z.object({}), output: z.array(knownSiteSchema), access: RESEARCH },
  /** So that its next model has to be confirmed anew. Models that were taken in stay. */
  'modelExchange.forgetSite': {
    input: z.object({ fingerprint: z.string() }),
    output: z.object({}),
    access: ['administrator'],
  },
} as const satisfies Record<string, MethodSpec>;

export type Sharing = z.infer<typeof sharingSchema>;
export type ReceivedModel = z.infer<typeof receivedModelSchema>;
