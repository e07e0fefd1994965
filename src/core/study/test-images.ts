import { z } from 'zod';
import { EMOTIONS } from '../emotion/emotion.ts';

/** What the test images truly show: all that a study's results are compared by. It names nobody. */
export const testImagesSchema = z.object({
  /** Of the models, in the order of their outputs. */
  classes: z.array(z.enum(EMOTIONS)).min(2),
  /** Index into `classes`, one an image. */
  truth: z.array(z.number().int().min(0)).min(1),
  /** Whom each image shows, as a number from 0. */
  subject: z.array(z.number().int().min(0)).min(1),
});

export type TestImages = z.infer<typeof testImagesSchema>;

/** How many children the test shows. */
export function testSubjects({ subject }: TestImages): number {
  return new Set(subject).size;
}
