import { z } from 'zod';
import { emotionSchema } from './emotion-schemas.ts';
import { storedFailureSchema } from './error.ts';
import { type MethodSpec, RESEARCH } from './role.ts';

/** What was left out of a dataset, and why. An earlier version stored an English sentence instead. */
export const datasetProblemSchema = z.object({
  path: z.string(),
  /** Line of the manifest, where there is one. */
  row: z.number().int().nullable(),
  /** Of how many rows it holds, where rows are counted and not named. */
  rows: z.number().int().optional(),
  why: storedFailureSchema,
});

/** How far the images of a dataset have been opened in the background. */
export const indexingSchema = z.object({
  /**
   * `listing`: its images are being named. `waiting`: another dataset goes first. `session`: a live session does.
   * `stopped`: by somebody, until somebody goes on.
   */
  state: z.enum(['listing', 'opening', 'waiting', 'session', 'stopped', 'failed', 'done']),
  images: z.number().int(),
  /** Not opened yet. */
  waiting: z.number().int(),
  faces: z.number().int(),
  noFace: z.number().int(),
  broken: z.number().int(),
  /** By the pace so far; null while it is not known. */
  secondsLeft: z.number().nullable(),
  failure: storedFailureSchema.nullable(),
});

export const datasetSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Folder on this machine; null for pictures that sessions kept, which lie in the store. */
  dir: z.string().nullable(),
  images: z.number().int(),
  children: z.number().int(),
  adults: z.number().int(),
  imagesByEmotion: z.record(emotionSchema, z.number().int()),
  /** False for a folder without subjects: a leak between splits cannot be shown. */
  subjectsKnown: z.boolean(),
  /** What was left out, the first hundred. */
  problems: z.array(z.union([datasetProblemSchema, z.string()])),
  problemCount: z.number().int(),
  /** Null for pictures that sessions kept, whose faces are cut out already. */
  indexing: indexingSchema.nullable(),
});

const datasetId = z.object({ datasetId: z.string() });

/** Datasets on this machine. */
export const datasetsMethods = {
  'datasets.list': { input: z.object({}), output: z.array(datasetSchema), access: RESEARCH },
  /** Reads a folder with manifest.csv (or group/emotion folders), counts it and remembers where it is. */
  'datasets.add': {
    input: z.object({ dir: z.string().trim().min(1).max(1000) }),
    output: datasetSchema,
    access: RESEARCH,
  },
  /** Opens no more of its images until somebody says so. What was found is kept. */
  'datasets.stopIndexing': { input: datasetId, output: z.object({}), access: RESEARCH },
  'datasets.goOnIndexing': { input: datasetId, output: z.object({}), access: RESEARCH },
  'datasets.remove': {
    input: datasetId,
    output: z.object({}),
    access: RESEARCH,
  },
} as const satisfies Record<string, MethodSpec>;

export type Indexing = z.infer<typeof indexingSchema>;
export type Dataset = z.infer<typeof datasetSchema>;
