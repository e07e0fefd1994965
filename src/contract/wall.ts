import { z } from 'zod';
import { AGE_BANDS } from '../core/emotion/age.ts';
import { EMOTIONS } from '../core/emotion/emotion.ts';
import { figureSchema } from '../core/evaluation/evaluation-schema.ts';
import {
  IMAGE_LABELS,
  IMAGE_QUALITIES,
  IMAGE_SPLITS,
  IMAGE_STATES,
  LABEL_STATES,
  WALL_ORDERS,
  WALL_USES,
  type WallFilter,
} from '../core/store/lab/wall/wall-filter.ts';
import { emotionSchema } from './emotion-schemas.ts';
import { storedFailureSchema } from './error.ts';
import { type MethodSpec, RESEARCH } from './role.ts';

/** The most faces of one answer: what fills a large window a few times over. */
export const MOST_FACES = 512;

const imageKey = z.number().int().positive();
const ageBandSchema = z.enum([...AGE_BANDS.map(({ name }) => name), 'unknown']);
const probability = z.number().min(0).max(1);
export const imageLabelSchema = z.enum(IMAGE_LABELS);

/** Images that a run was judged on, by what its own model said of them. */
const runPartSchema = z.object({
  runId: z.string(),
  split: z.enum(IMAGE_SPLITS).optional(),
  truth: emotionSchema.optional(),
  said: emotionSchema.optional(),
  right: z.boolean().optional(),
  sureFrom: probability.optional(),
  sureTo: probability.optional(),
});

/** Which images are meant: see core/store/lab/wall/wall-filter.ts. Nothing at all means every image of every dataset. */
export const wallFilterSchema = z.object({
  datasetId: z.string().max(100).optional(),
  group: z.enum(['child', 'adult', 'unknown']).optional(),
  emotion: z.enum([...EMOTIONS, 'none']).optional(),
  ageBand: ageBandSchema.optional(),
  subject: z.string().max(500).optional(),
  split: z.enum([...IMAGE_SPLITS, 'none']).optional(),
  state: z.enum(IMAGE_STATES).optional(),
  quality: z.enum(IMAGE_QUALITIES).optional(),
  disagrees: z.boolean().optional(),
  labels: z.enum(LABEL_STATES).optional(),
  use: z.enum(WALL_USES).optional(),
  run: runPartSchema.optional(),
  keys: z.instanceof(Uint32Array).optional(),
}) satisfies z.ZodType<WallFilter>;

/** The images that a filter means, as columns: one row an image. */
export const wallImagesSchema = z.object({
  count: z.number().int(),
  keys: z.instanceof(Uint32Array),
  /** Index into EMOTIONS of what the dataset says; -1 for nothing. */
  emotion: z.instanceof(Int8Array),
  /** 0 for a child, 1 for an adult, -1 where nobody knows. */
  group: z.instanceof(Int8Array),
  /** Index into EMOTIONS of what the model in use says; -1 where it has not read the image. */
  said: z.instanceof(Int8Array),
  /** 1 where the model is sure of another emotion than the dataset's. */
  disagrees: z.instanceof(Uint8Array),
  /** 1 where there is a face to draw. */
  hasFace: z.instanceof(Uint8Array),
  /** Index into IMAGE_LABELS of what the caller says; -1 for nothing. */
  mine: z.instanceof(Int8Array),
  /** Index into WALL_USES. */
  use: z.instanceof(Int8Array),
  /** Whose readings these are, and how many of the faces it has read; null while no model is in use. */
  model: z.object({ id: z.string(), version: z.string(), faces: z.number().int(), read: z.number().int() }).nullable(),
});

export const wallCountSchema = z.object({
  group: z.enum(['child', 'adult', 'unknown']),
  emotion: z.enum([...EMOTIONS, 'none']),
  ageBand: ageBandSchema,
  images: z.number().int(),
});

export const wallCountsSchema = z.object({
  cells: z.array(wallCountSchema),
  /** By what a training makes of them, as the caller may see it. */
  uses: z.array(z.object({ use: z.enum(WALL_USES), images: z.number().int() })),
  /** What a run takes of them today; those that wait to be opened count as if their faces were found. */
  taken: z.number().int(),
});

export const wallImageSchema = z.object({
  key: imageKey,
  datasetId: z.string(),
  datasetName: z.string(),
  path: z.string(),
  subject: z.string().nullable(),
  group: z.enum(['child', 'adult']).nullable(),
  ageYears: z.number().nullable(),
  emotion: emotionSchema.nullable(),
  votes: z.array(z.number()).nullable(),
  split: z.enum(IMAGE_SPLITS).nullable(),
  state: z.enum(IMAGE_STATES),
  fault: storedFailureSchema.nullable(),
  facePx: z.number().nullable(),
  sharpness: z.number().nullable(),
  brightness: z.number().nullable(),
  /** False for pictures that sessions kept, of which there is the face alone. */
  hasOriginal: z.boolean(),
  /** What the model in use says, or one that was before it where it has not read the image; null where none has. */
  reading: z
    .object({
      modelId: z.string(),
      version: z.string(),
      isInUse: z.boolean(),
      probabilities: z.array(z.number()),
    })
    .nullable(),
  /** What a training makes of it, as the caller may see it. */
  use: z.enum(WALL_USES),
  /** What the caller says. */
  mine: imageLabelSchema.nullable(),
  /** What others say: nothing before the caller has said something. */
  others: z.array(z.object({ name: z.string(), label: imageLabelSchema })),
  /** How many others say something that the caller may not see yet. */
  hidden: z.number().int(),
});

export const labelAgreementSchema = z.object({
  people: z.tuple([z.string(), z.string()]),
  images: z.number().int(),
  subjects: z.number().int(),
  /** Share of the images of which both said the same. */
  observed: figureSchema,
  /** Cohen's kappa; null where chance alone would agree always. */
  kappa: figureSchema.nullable(),
});

const filtered = z.object({ filter: wallFilterSchema });
const ofImage = z.object({ imageKey });

/** All faces of the datasets, by whatever tells them apart, and what people say of them. */
export const wallMethods = {
  'wall.images': {
    input: filtered.extend({ order: z.enum(WALL_ORDERS).default('dataset') }),
    output: wallImagesSchema,
    access: RESEARCH,
  },
  /**
   * How many images there are of each group, emotion and age band, whatever the filter says of these three; and what a
   * training makes of the images of the filter, whatever it says of that.
   */
  'wall.counts': { input: filtered, output: wallCountsSchema, access: RESEARCH },
  /** [keys, 60, 60] grey, row-major; black where an image has no face. */
  'wall.faces': {
    input: z.object({ keys: z.instanceof(Uint32Array).refine(({ length }) => length <= MOST_FACES) }),
    output: z.instanceof(Uint8Array),
    access: RESEARCH,
  },
  'wall.image': { input: ofImage, output: wallImageSchema, access: RESEARCH },
  /** The picture as it lies in its folder, upright, made smaller where it is large. */
  'wall.original': {
    input: ofImage,
    output: z.object({
      widthPx: z.number().int(),
      heightPx: z.number().int(),
      mediaType: z.string(),
      bytes: z.instanceof(Uint8Array),
    }),
    access: RESEARCH,
  },
  /** Says what an image shows; null takes back what the caller said before. The image's file is never changed. */
  'wall.label': {
    input: ofImage.extend({ label: imageLabelSchema.nullable() }),
    output: z.object({ use: z.enum(WALL_USES) }),
    access: RESEARCH,
  },
  /** For every two people, over the images that both have labelled without seeing the other's label. */
  'wall.agreement': {
    input: z.object({ datasetId: z.string().nullable() }),
    output: z.array(labelAgreementSchema),
    access: RESEARCH,
  },
} as const satisfies Record<string, MethodSpec>;

export type WallImages = z.infer<typeof wallImagesSchema>;
export type WallCount = z.infer<typeof wallCountSchema>;
export type WallCounts = z.infer<typeof wallCountsSchema>;
export type WallImage = z.infer<typeof wallImageSchema>;
export type LabelAgreement = z.infer<typeof labelAgreementSchema>;
