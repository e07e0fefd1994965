import { z } from 'zod';
import { settingSchema } from '../../contract/setting-schema.ts';
import { learnerSchema, regimeSchema } from '../../contract/training.ts';
import { statedFolderSchema } from '../../core/dataset/said/statement.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { ENGINE_NAMES } from '../../core/engine/engine.ts';
import { encoderSchema } from '../../core/registry/model-config.ts';
import { ABLATIONS } from '../../core/study/ablations.ts';
import { SETTINGS_OF_GRID } from '../../core/study/cell-config.ts';
import { USUAL_PLAN } from '../../core/study/study.ts';
import { ENCODERS, type EncoderName } from '../../core/training/net/encoder-spec.ts';
import { SETTINGS, type Settings } from '../../core/training/settings/settings.ts';

const seed = (name: string) => settingSchema(name, SETTINGS.seed);
const share = z.number().gt(0).lt(1);

/** The images of a study and how they are divided. */
const dataSchema = z.object({
  datasetDirs: z.array(z.string().min(1)).min(1),
  /** The manifest's column that train and val are labelled by; the test is always scored on `emotion`. */
  labelColumn: z.string().min(1).default('emotion'),
  /** What somebody said of some of the folders. */
  stated: z.array(statedFolderSchema).default([]),
  /** Subjects left out of train, val and test. */
  exclude: z.array(z.string()).default([]),
  splitSeed: seed('splitSeed').default(1),
  shares: z.object({ train: share, val: share, test: share }).default({ train: 0.65, val: 0.1, test: 0.25 }),
});

const settingsSchema = z.strictObject(
  Object.fromEntries(
    (Object.keys(SETTINGS) as (keyof Settings)[])
      .filter((name) => !SETTINGS_OF_GRID.includes(name))
      .map((name): [string, z.ZodType] => [name, settingSchema<unknown>(name, SETTINGS[name]).optional()]),
  ),
) as unknown as z.ZodType<Partial<Settings>, Partial<Settings>>;

const tuningSchema = z.object({
  size: z.number().int().min(1).max(1e7),
  seed: seed('tuning.seed'),
  draws: z.partialRecord(
    learnerSchema,
    z.array(z.object({ learningRate: z.number(), weightDecay: z.number(), temperature: z.number() })),
  ),
  chosen: z.partialRecord(learnerSchema, z.number().int()).nullable(),
});

const gridSchema = z.object({
  learners: distinct(learnerSchema),
  regimes: distinct(regimeSchema),
  sizes: distinct(z.number().int().min(0).max(1e7)).transform(ascending),
  seeds: distinct(seed('each of seeds')).transform(ascending),
  budgetSteps: z.number().int().min(1).max(1e6),
  batchRows: z.number().int().min(4).max(4096).multipleOf(2).default(64),
  valEverySteps: z.number().int().min(1).max(1e6).default(USUAL_PLAN.valEverySteps),
  patienceSteps: z.number().int().min(1).max(1e6).nullable().default(USUAL_PLAN.patienceSteps),
  leastSteps: z.number().int().min(0).max(1e6).default(USUAL_PLAN.leastSteps),
  settings: settingsSchema.default({}),
  ablations: z
    .array(z.enum(ABLATIONS))
    .refine((all) => new Set(all).size === all.length, 'each was expected once')
    .default([]),
  classes: distinct(z.enum(EMOTIONS))
    .min(2)
    .default([...EMOTIONS]),
});

/** A study as it is asked for. */
export const studySettingsSchema = dataSchema.extend(gridSchema.shape).extend({
  encoder: z.enum(Object.keys(ENCODERS) as [EncoderName, ...EncoderName[]]).default('small'),
  /** How many settings are drawn for each learner; null trains all as usual. */
  tuning: z
    .object({
      draws: z.number().int().min(2).max(100),
      size: z.number().int().min(1).max(1e7),
      seed: seed('tuning.seed'),
    })
    .nullable()
    .default(null),
  /** Null lets the program choose once, for all cells. */
  engine: z.enum(ENGINE_NAMES).nullable().default(null),
  /** Threads of one process. With 1 the processes of --jobs share the cores best. */
  threads: z.number().int().min(1).max(256).default(1),
});

export type StudySettings = z.output<typeof studySettingsSchema>;

/** What a study's folder says of it: enough to name every cell without opening an image, and to run it anywhere. */
export const studyFileSchema = z.object({
  formatVersion: z.literal(1),
  data: dataSchema,
  plan: gridSchema.extend({
    encoder: encoderSchema,
    ofLearner: z.partialRecord(learnerSchema, settingsSchema).default({}),
    tuning: tuningSchema.nullable().default(null),
  }),
  surroundings: z.object({
    program: z.string(),
    engine: z.object({
      name: z.enum(ENGINE_NAMES),
      versions: z.record(z.string(), z.string()),
      threads: z.number().int(),
    }),
    splitHash: z.string(),
    facesDigest: z.string(),
  }),
  /** Images after the split, all classes. */
  counts: z.object({
    trainChildImages: z.number().int(),
    trainAdultImages: z.number().int(),
    valImages: z.number().int(),
    testImages: z.number().int(),
    /** Images of children to train, in the order of the plan's classes; a study of before this was counted has none. */
    trainChildImagesOf: z.array(z.number().int()).optional(),
  }),
  /** Of who is in the test of each dataset, by which looks at it are counted; a study of before they were has none. */
  testHashes: z.array(z.string()).default([]),
});

export type StudyFile = z.output<typeof studyFileSchema>;

function distinct<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .min(1)
    .refine((all) => new Set(all).size === all.length, 'each was expected once');
}

function ascending(all: number[]): number[] {
  return all.toSorted((a, b) => a - b);
}
