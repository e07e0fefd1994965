import { z } from 'zod';

/** The trainer's log: plain records that are kept in files and in the store, and cross the contract. */

/** Of the clock that the trainer was handed. */
const atMs = z.number();

/** A part of the run begins or has something to say. */
const stageRecordSchema = z.object({ kind: z.literal('stage'), stage: z.string(), message: z.string(), atMs });

/** One optimiser step was made. */
const stepRecordSchema = z.object({
  kind: z.literal('step'),
  stage: z.string(),
  /** Steps made so far, 1 after the first. */
  step: z.number().int(),
  steps: z.number().int(),
  /** From 1. */
  epoch: z.number().int(),
  /** Loss of this step's batch, in nats: what is minimised. */
  loss: z.number(),
  /** Where the loss is the sum of two, each of them before its weight. */
  contrastive: z.number().optional(),
  crossEntropy: z.number().optional(),
  learningRate: z.number(),
  atMs,
  /** Estimated time to the end of the steps; null until one step has been timed. */
  leftMs: z.number().nullable(),
});

/** Something that the person who reads the result has to know; the run goes on. */
const warningRecordSchema = z.object({ kind: z.literal('warning'), message: z.string(), atMs });

export const logRecordSchema = z.discriminatedUnion('kind', [stageRecordSchema, stepRecordSchema, warningRecordSchema]);

export type LogRecord = z.infer<typeof logRecordSchema>;
