import { z } from 'zod';

const figure = z.number().min(0).max(1);

/** What a cell took, over all of its starts. */
export const cellTakenSchema = z.object({
  /** Optimiser steps whose gradient was computed; those that were made again count again. */
  steps: z.number().int().min(0),
  /** Images that went through the net in them, views counted. */
  rows: z.number().int().min(0),
  seconds: z.number().min(0),
  /** How often it was begun or gone on with; 0 in what was written before that was counted. */
  starts: z.number().int().min(0).default(0),
});

/** What a cell has taken so far. */
export type CellTaken = z.infer<typeof cellTakenSchema>;

/** Of the children of val, who are for choosing. */
const valSchema = z.object({ balancedAccuracy: figure, loss: z.number() });

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
    val: valSchema,
    ...cellTakenSchema.shape,
    finishedAtIso: z.string(),
  }),
  z.object({
    /** It was trained to choose settings by, and never saw a test child. */
    kind: z.literal('tuned'),
    id: z.string(),
    val: valSchema,
    ...cellTakenSchema.shape,
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
