import { z } from 'zod';
import type { Comparison } from '../../core/evaluation/evaluation-schema.ts';
import { trainingJobSchema } from '../train/training-job.ts';

/** A comparison made again, as plain JSON, so that it can be handed to another process. */
export const comparisonJobSchema = z.object({
  /** The run that made the model: where its images lie, and which of them. */
  training: trainingJobSchema,
  modelDir: z.string().min(1),
  /** The model's digest as the site entered it. */
  modelDigest: z.string().nullable(),
  /** The model to compare with. */
  referenceDir: z.string().min(1),
  referenceDigest: z.string().nullable(),
});

export type ComparisonJob = z.input<typeof comparisonJobSchema>;

/** What a comparison made again has found. */
export interface NewComparison {
  readonly comparison: Comparison;
  /** The number of this look at the test images: the highest over the datasets; null where nobody counts. */
  readonly lookCount: number | null;
}
