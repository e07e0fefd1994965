import { z } from 'zod';
import type { Comparison, TestedHere } from '../../core/evaluation/evaluation-schema.ts';
import { trainingJobSchema } from '../train/training-job.ts';

const modelFolderSchema = z.object({
  dir: z.string().min(1),
  /** Its digest as the site entered it; null where nobody entered it. */
  digest: z.string().nullable(),
});

/** A comparison after a model was made, as plain JSON, so that it can be handed to another process. */
export const comparisonJobSchema = z.object({
  /** The run that locked the test images: where they lie, and which of them. */
  training: trainingJobSchema,
  model: modelFolderSchema,
  /** The model to compare with. */
  reference: modelFolderSchema,
  /** The model of that run, whose config says which images are locked; null where it is the model itself. */
  lockedBy: modelFolderSchema.nullable().default(null),
  /** Subjects who may not be read today. */
  leaveOut: z.array(z.string()).default([]),
});

export type ComparisonJob = z.input<typeof comparisonJobSchema>;

/** Test images whose faces have been found, of how many. */
export interface ComparisonTold {
  readonly done: number;
  readonly total: number;
}

/** What a comparison has found. */
export interface NewComparison {
  readonly comparison: Comparison;
  /** The number of this look at the test images: the highest over the datasets; null where nobody counts. */
  readonly lookCount: number | null;
  /** Of a model that was not made with these test images locked; null otherwise. */
  readonly elsewhere: TestedHere | null;
}
