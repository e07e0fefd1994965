import { z } from 'zod';
import { labNameSchema } from '../../contract/lab-schemas.ts';
import { settingSchema } from '../../contract/setting-schema.ts';
import { learnerSchema, regimeSchema } from '../../contract/training.ts';
import { trainingSettingsSchema } from '../../contract/training-settings/training-settings.ts';
import { GROUPS } from '../../core/dataset/faces/face-set.ts';
import { statedFolderSchema } from '../../core/dataset/said/statement.ts';
import { SPLITS } from '../../core/dataset/split-name.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { ENGINE_NAMES } from '../../core/engine/engine.ts';
import { SETTINGS, USUAL_SETTINGS } from '../../core/training/settings/settings.ts';

/** See core/dataset/relabel.ts. */
const relabelledDatasetSchema = z.object({
  /** As in `datasetDirs`. */
  dir: z.string().min(1),
  images: z
    .array(
      z.object({
        path: z.string(),
        becomes: z.enum([...EMOTIONS, 'left-out', 'disputed']),
        unlabelled: z
          .object({
            subject: z.string().nullable(),
            group: z.enum(GROUPS),
            ageYears: z.number().nullable(),
            split: z.enum(SPLITS).nullable(),
          })
          .optional(),
      }),
    )
    .readonly(),
});

const seed = (name: string) => settingSchema(name, SETTINGS.seed).default(USUAL_SETTINGS.seed);
const share = z.number().gt(0).lt(1);
/** Four weeks. */
const MOST_MINUTES = 40_320;

/** One training run as plain JSON, so that it can be handed to another process. What has a default may be left out. */
export const trainingJobSchema = z.object({
  /** The model's id is made from it. */
  name: labNameSchema,
  datasetDirs: z.array(z.string().min(1)).min(1),
  /** The manifest's column that train and val are labelled by; the test is always scored on `emotion`. */
  labelColumn: z.string().min(1).default('emotion'),
  learner: learnerSchema,
  regime: regimeSchema,
  /** Number of child images trained on, or null for all. */
  size: settingSchema('size', SETTINGS.size).nullable().default(null),
  /** Passes over the child images, which `settings.maxSteps` may cut short. */
  epochs: settingSchema('epochs', SETTINGS.epochs).default(USUAL_SETTINGS.epochs),
  settings: trainingSettingsSchema.default({}),
  seed: seed('seed'),
  /** Null lets the program choose. */
  engine: z.enum(ENGINE_NAMES).nullable().default(null),
  /** A model folder whose weights the run starts with, or null. */
  startFromDir: z.string().nullable().default(null),
  /** That model's digest as a site entered it, so that no other weights are gone on from; null where nobody entered it. */
  startFromDigest: z.string().nullable().default(null),
  /** How long the steps may take, without pauses; null for as long as they take. */
  budgetMinutes: z.number().gt(0).max(MOST_MINUTES).nullable().default(null),
  /** The site's folder of data, in which found faces are kept and looks at test sets are counted; null does neither. */
  dataDir: z.string().min(1).nullable().default(null),
  /** The secret under which the model remembers its subjects, the site's own; null takes that of the folder of data. */
  subjectSecret: z.string().nullable().default(null),
  /** Whether found faces are kept there, and taken from there. */
  cacheFaces: z.boolean().default(true),
  /** Where README.md, config.json, model.safetensors and evaluation.json are written, and checkpoint/ meanwhile. */
  outDir: z.string().min(1),
  /** Goes on from the checkpoint in outDir. */
  resume: z.boolean().default(false),
  /** A model folder to compare with on the same test images, or null. */
  compareWithDir: z.string().nullable().default(null),
  /** That model's digest as a site entered it, so that no other files are compared with; null where nobody entered it. */
  compareWithDigest: z.string().nullable().default(null),
  /** What somebody said of some of the folders, in place of what these do not say themselves. */
  stated: z.array(statedFolderSchema).default([]),
  /** Goes before what the datasets say, in train, val and test. */
  relabelled: z.array(relabelledDatasetSchema).default([]),
  /** Subjects left out of train, val and test. */
  exclude: z.array(z.string().min(1)).default([]),
  splitSeed: seed('splitSeed'),
  /** Shares of the subjects; they sum to 1. */
  shares: z
    .object({ train: share, val: share, test: share })
    .refine(({ train, val, test }) => Math.abs(train + val + test - 1) < 1e-9, 'the shares must sum to 1')
    .default({ train: 0.65, val: 0.1, test: 0.25 }),
  /** What the images are, in words, for the card, where a dataset does not say it: "rendered faces". */
  testedOn: z.string().min(1).default('images whose origin was not stated'),
  /** Markdown for the card: what the images may be used for, what the run cost, what to beware of. */
  notes: z.string().max(20_000).nullable().default(null),
  /** Licence of the weights, an SPDX name, for the card. */
  license: z.string().min(1).nullable().default(null),
  /** Whether they show real children, where a dataset does not say it; otherwise the model counts as validated on none. */
  realChildren: z.boolean().default(false),
});

/** A job as it is given. */
export type TrainingJob = z.input<typeof trainingJobSchema>;

/** A job in which nothing is left open. */
export type CompleteTrainingJob = z.output<typeof trainingJobSchema>;
