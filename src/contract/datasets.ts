import { z } from 'zod';
import { LAB_FINDINGS } from '../core/dataset/check/lab-findings.ts';
import { GROUPS } from '../core/dataset/faces/face-set.ts';
import { statementSchema } from '../core/dataset/said/statement.ts';
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
   * `uploading`: not all files have come from the browser. `listing`: its images are being named. `waiting`: another dataset goes first. `busy`: a live session or a run does.
   * `stopped`: by somebody, until somebody goes on.
   */
  state: z.enum(['uploading', 'listing', 'opening', 'waiting', 'busy', 'stopped', 'failed', 'done']),
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
  /** Folder on this machine; null for pictures that sessions kept, which lie in the store, and for sealed files. */
  dir: z.string().nullable(),
  /** Whether its files came over a browser's connection and lie sealed in the site's folder of data. */
  isSealed: z.boolean(),
  images: z.number().int(),
  children: z.number().int(),
  adults: z.number().int(),
  imagesByEmotion: z.record(emotionSchema, z.number().int()),
  /** False for a folder without subjects: a leak between splits cannot be shown. */
  subjectsKnown: z.boolean(),
  /** Enrolled children of the site, known by their codes, whose consent does not cover training: a run leaves them out. */
  withoutConsent: z.object({ children: z.number().int(), images: z.number().int() }),
  /** What was left out, the first hundred. */
  problems: z.array(z.union([datasetProblemSchema, z.string()])),
  problemCount: z.number().int(),
  /** What somebody said of its images where its folder does not; null for nothing. */
  statement: statementSchema.nullable(),
  /** Null for pictures that sessions kept, whose faces are cut out already. */
  indexing: indexingSchema.nullable(),
});

/** What matters about a dataset: see core/dataset/check/lab-findings. */
const foundSchema = z.object({
  name: z.enum(LAB_FINDINGS),
  kind: z.enum(['error', 'warning', 'note']),
  count: z.number().int(),
  about: z.array(z.string()),
});
const pairSchema = z.object({
  paths: z.tuple([z.string(), z.string()]),
  subjects: z.tuple([z.string(), z.string()]),
});

/** As it is kept. */
export const keptFindingsSchema = z.object({ findings: z.array(foundSchema.extend({ pairs: z.array(pairSchema) })) });

const findingSchema = foundSchema.extend({
  pairs: z.array(pairSchema.extend({ keys: z.tuple([z.number().int(), z.number().int()]) })),
});

/** How much a browser may send as one dataset. */
export const UPLOAD_LIMITS = {
  files: 50_000,
  bytes: 20 * 2 ** 30,
  fileBytes: 256 * 2 ** 20,
  pieceBytes: 2 ** 20,
} as const;

const folderDir = z.string().trim().min(1).max(1000);

/** Relative, with forward slashes: what it names stays inside of the folder. */
const uploadPath = z
  .string()
  .min(1)
  .max(500)
  .refine(
    (path) => !/[\\\0]/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..'),
  );

/** Texts in a folder that say what its images show; the rest of it is known by its names alone. */
const MOST_TEXT_BYTES = 64 * 2 ** 20;

/** A folder that is to be added: on this machine, in a browser, or one that was added before. */
const folderToLookAtSchema = z.union([
  z.strictObject({ dir: folderDir }),
  z.strictObject({ datasetId: z.string() }),
  z.strictObject({
    name: z.string().trim().min(1).max(200),
    paths: z.array(uploadPath).max(UPLOAD_LIMITS.files),
    /** Its manifest and its dataset.yaml, in full. */
    texts: z.array(
      z.object({
        path: uploadPath,
        bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= MOST_TEXT_BYTES),
      }),
    ),
  }),
]);

/** What a folder says of its images, and what it leaves open: see core/dataset/said/look-at-folder. */
const folderLookSchema = z.object({
  layout: z.string().nullable(),
  paths: z.array(z.string()),
  images: z.number().int(),
  description: z
    .object({
      shows: z.string(),
      realChildren: z.boolean(),
      licence: z.string().nullable(),
      group: z.enum(GROUPS).optional(),
    })
    .nullable(),
  open: z.record(z.enum(['group', 'subject', 'emotion', 'description']), z.boolean()),
});

const statement = statementSchema.nullable().default(null);

const datasetId = z.object({ datasetId: z.string() });

/** Datasets on this machine. */
export const datasetsMethods = {
  'datasets.list': { input: z.object({}), output: z.array(datasetSchema), access: RESEARCH },
  /** Looks at a folder before it is added; changes nothing. */
  'datasets.look': { input: folderToLookAtSchema, output: folderLookSchema, access: RESEARCH },
  /** Reads a folder, with what somebody says of it where it does not itself, counts it and remembers where it is. */
  'datasets.add': {
    input: z.object({ dir: folderDir, statement }),
    output: datasetSchema,
    access: RESEARCH,
  },
  /** What matters about it before somebody trains on it, the worst first: checked when its images have been opened. */
  'datasets.findings': {
    input: datasetId,
    output: z.object({
      state: z.enum(['waiting', 'checking', 'failed', 'done']),
      failure: storedFailureSchema.nullable(),
      findings: z.array(findingSchema),
    }),
    access: RESEARCH,
  },
  /** Opens no more of its images until somebody says so. What was found is kept. */
  'datasets.stopIndexing': { input: datasetId, output: z.object({}), access: RESEARCH },
  'datasets.goOnIndexing': { input: datasetId, output: z.object({}), access: RESEARCH },
  /**
   * Makes a dataset for a folder that a browser sends, or gives the one of this name of which not all has come, with what
   * has: a file is sent again only from where it stopped.
   */
  'datasets.beginUpload': {
    input: z.object({
      name: z.string().trim().min(1).max(200),
      files: z.number().int().min(1),
      bytes: z.number().int(),
      /** Another folder than the one of this name of which not all has come. */
      anew: z.boolean().default(false),
    }),
    output: z.object({
      datasetId: z.string(),
      files: z.array(z.object({ path: z.string(), bytes: z.number().int(), received: z.number().int() })),
    }),
    access: RESEARCH,
  },
  /** Takes one piece of a file, behind those that have come. It is kept sealed. */
  'datasets.upload': {
    input: z.object({
      datasetId: z.string(),
      path: uploadPath,
      /** Of the whole file. */
      fileBytes: z.number().int().min(0).max(UPLOAD_LIMITS.fileBytes),
      offset: z.number().int().min(0),
      piece: z.instanceof(Uint8Array).refine((piece) => piece.length <= UPLOAD_LIMITS.pieceBytes),
    }),
    output: z.object({ received: z.number().int() }),
    access: RESEARCH,
  },
  /** All files have come: its images are named and opened. */
  'datasets.endUpload': { input: datasetId.extend({ statement }), output: datasetSchema, access: RESEARCH },
  /** Says anew what its images show. What was found in them, and what people said of each, stays. */
  'datasets.state': {
    input: datasetId.extend({ statement: statementSchema }),
    output: datasetSchema,
    access: RESEARCH,
  },
  'datasets.remove': {
    input: datasetId,
    output: z.object({}),
    access: RESEARCH,
  },
} as const satisfies Record<string, MethodSpec>;

export type Indexing = z.infer<typeof indexingSchema>;
export type DatasetFinding = z.infer<typeof findingSchema>;
export type Dataset = z.infer<typeof datasetSchema>;
