import { z } from 'zod';

const figure = z.number().min(0).max(1);

/** What is written of a cell when it has come to its end. */
export const cellResultSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('done'),
    id: z.string(),
    /** Of the test children, over all of them. */
    figures: z.object({
      accuracy: figure,
      balancedAccuracy: figure,
      macroF1: figure,
      /** Null where one side has no image. */
      negativeAgainstNeutralAuc: figure.nullable(),
    }),
    /** Class index named for each test image, one digit each: what paired comparisons are made of. */
    predicted: z.string().regex(/^\d+$/),
    /** Of the part since the cell was last started. */
    seconds: z.number().min(0),
    finishedAtIso: z.string(),
  }),
  z.object({
    kind: z.literal('failed'),
    id: z.string(),
    /** "collapsed", "loss-not-finite", or "impossible" for what the images or settings do not allow. */
    code: z.string(),
    reason: z.string(),
    finishedAtIso: z.string(),
  }),
]);

/** Failed is a result as well: the same cell would fail again. */
export type CellResult = z.infer<typeof cellResultSchema>;
export type DoneResult = Extract<CellResult, { kind: 'done' }>;
