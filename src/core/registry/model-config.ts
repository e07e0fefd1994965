import { z } from 'zod';
import { CROP_PX } from '../dataset/faces/face-set.ts';
import { EMOTIONS } from '../emotion/emotion.ts';
import { comparisonSchema, distressLimitsSchema, evaluationSchema } from '../evaluation/evaluation-schema.ts';
import type { EncoderSpec } from '../training/net/encoder-spec.ts';
import { schemaFault } from '../words/schema-fault.ts';
import { impossibleFigure } from './impossible-figures.ts';

/**
 * config.json of a model folder: all that must be known to use the weights and to judge them. Read by the live
 * session, by the command line and by the card; runs anywhere.
 */

const emotionSchema = z.enum(EMOTIONS);

/** Of a subject: subject-digest.node.ts. */
const subjectDigestSchema = z.string().regex(/^[0-9a-f]{16}$/);

const keyNameSchema = z.string().regex(/^(sha256|hmac-sha256:[0-9a-f]{16})$/);

const count = z.number().int().min(0);

/** Bounded, so that a hostile config cannot ask for more memory than a model of this kind can need. */
export const encoderSchema = z.object({
  kind: z.literal('resnet'),
  inputPx: z.number().int().min(8).max(CROP_PX),
  stageChannels: z.array(z.number().int().min(1).max(512)).min(1).max(5),
}) satisfies z.ZodType<EncoderSpec>;

/** A model on the test children of one dataset. */
export const modelTestSchema = z.object({
  /** Name of the dataset's folder. */
  dataset: z.string(),
  /** What its images are, in words. */
  shows: z.string(),
  realChildren: z.boolean(),
  /** Of who is in it: test-set-hash.node.ts. */
  hash: z.string(),
  /** Of its images and what they show: images-hash.node.ts; missing in a model of an earlier version. */
  imagesHash: z.string().optional(),
  /** How often this test set has been looked at where the model was made, this look included; null where not counted. */
  lookCount: count.nullable(),
  /** Over the emotions that enough of its images show. */
  evaluation: evaluationSchema,
});

const modelConfigSchema = z.object({
  /** Raised when a reader of the earlier format would go wrong. */
  formatVersion: z.literal(1),
  /** Also the folder's name. */
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,79}$/, 'an id is 1 to 80 of a-z, 0-9, dot, hyphen, underscore'),
  version: z.string().min(1).max(40),
  /** The encoder, of which `inputPx` is the side of the grey image that it reads: the centre of the crop. */
  architecture: encoderSchema,
  classes: z
    .array(emotionSchema)
    .min(2)
    .refine((all) => new Set(all).size === all.length, 'no class twice'),
  /** Side of the aligned crop. */
  cropPx: z.literal(CROP_PX),
  /** Grey goes in as 0 (black) to 1 (white); the encoder itself brings each image to mean 0 and deviation 1. */
  normalisation: z.literal('per-image'),
  /** Logits are divided by it before softmax; fitted on val. */
  temperature: z.number().positive(),
  /** Below this probability of the likeliest emotion the model says "not sure"; chosen on val. */
  threshold: z.number().gt(0).lt(1),
  /**
   * From which summed probability of the negative emotions on it says "distress likely", and below which "not seen"; chosen
   * on val. Null where that could not be done: it then says nothing of distress.
   */
  distress: distressLimitsSchema.nullable().default(null),
  learner: z.string(),
  regime: z.string(),
  epochs: count,
  seed: count,
  engine: z.object({
    name: z.string(),
    versions: z.record(z.string(), z.string()),
    /** What it was computed on, in words, and why on that; missing in a model of an earlier version. */
    device: z.string().optional(),
    reason: z.string().optional(),
    /** Threads of one kernel, and workers that shared a batch: with other numbers, results are rounded differently. */
    threads: count.optional(),
    workers: count.optional(),
    /** That loss and moments are those of whole batches; missing in a model of an earlier version. */
    wholeBatches: z.literal(true).optional(),
  }),
  /** Everything else that the run was set to, as the trainer saved it. */
  training: z.record(z.string(), z.json()),
  /** The command that gives these weights again. */
  command: z.string(),
  datasets: z.array(z.string()),
  labelColumn: z.string(),
  trainingData: z.object({ images: count, children: count, adults: count, childImages: count, adultImages: count }),
  /** Subjects left out of every split before splitting: digests; in a model of an earlier version their names. */
  excluded: z.array(z.string()),
  split: z.object({
    seed: count,
    shares: z.object({ train: z.number(), val: z.number(), test: z.number() }),
    hash: z.string(),
    subjectsKnown: z.boolean(),
    /** The key of the digests, by its name; missing in a model of an earlier version, whose digests are plain SHA-256. */
    digests: keyNameSchema.optional(),
    subjects: z.object({
      train: z.array(subjectDigestSchema),
      val: z.array(subjectDigestSchema),
      test: z.array(subjectDigestSchema),
    }),
    /** Whom the models had that this one went on from, where those remember them under other keys. */
    before: z
      .array(
        z.object({
          digests: keyNameSchema,
          train: z.array(subjectDigestSchema),
          val: z.array(subjectDigestSchema),
          /** False where that key was not there when this model was made: some of them may be in its test. */
          checked: z.boolean(),
        }),
      )
      .optional(),
  }),
  /** Classes that it was shown to tell on real children (shown-on-children.ts); empty for one validated on rendered faces only. */
  classesValidatedOnChildren: z.array(emotionSchema),
  /** Markdown by whoever made it: what the images may be used for, what it cost, what to beware of. */
  notes: z.string().nullable().default(null),
  /** Under which licence the weights may be used, an SPDX name, or null when none was stated. */
  license: z.string().nullable(),
  /** What the test images were, in words, e.g. "rendered faces". */
  testedOn: z.string(),
  /** On the test children of all datasets together, over all classes. */
  test: evaluationSchema.nullable(),
  /** The same for each dataset; empty for a model that was made before tests were kept apart. */
  tests: z.array(modelTestSchema).default([]),
  comparison: comparisonSchema.nullable(),
  /** A second run reproduces the weights, but not this. */
  createdAtIso: z.string(),
});

export type ModelConfig = z.infer<typeof modelConfigSchema>;
export type ModelTest = z.infer<typeof modelTestSchema>;

/**
 * Reads config.json.
 *
 * @throws RangeError naming the field that is wrong, or a figure that cannot be: impossible-figures.ts.
 */
export function parseModelConfig(json: string): ModelConfig {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new RangeError('config.json is not JSON', { cause });
  }
  const result = modelConfigSchema.safeParse(value, { reportInput: true });
  if (result.success) {
    const impossible = impossibleFigure(result.data);
    if (impossible !== null) throw new RangeError(`config.json: ${impossible}`);
    return result.data;
  }
  throw new RangeError(`config.json: ${schemaFault(result.error.issues[0]!)}`);
}
