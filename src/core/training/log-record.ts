import { z } from 'zod';
import { describeSaid, type Said, saidSchema } from './said.ts';

/** The trainer's log: plain records that are kept in files and in the store, and cross the contract. */

/** Of the clock that the trainer was handed. */
const atMs = z.number();

const wordsOfRecord = {
  /** In English, for files and the command line. */
  message: z.string(),
  /** The same for whoever reads in another language. Missing in the log of an earlier version, or of a later one that says more. */
  said: saidSchema.optional().catch(undefined),
};

/** A part of the run begins or has something to say. */
const stageRecordSchema = z.object({ kind: z.literal('stage'), stage: z.string(), ...wordsOfRecord, atMs });

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
const warningRecordSchema = z.object({ kind: z.literal('warning'), ...wordsOfRecord, atMs });

export const logRecordSchema = z.discriminatedUnion('kind', [stageRecordSchema, stepRecordSchema, warningRecordSchema]);

export type LogRecord = z.infer<typeof logRecordSchema>;

export function stageRecord(stage: string, said: Said, atMs: number): LogRecord {
  return { kind: 'stage', stage, message: describeSaid(said), said, atMs };
}

export function warningRecord(said: Said, atMs: number): LogRecord {
  return { kind: 'warning', message: describeSaid(said), said, atMs };
}
