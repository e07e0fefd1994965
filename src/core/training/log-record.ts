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
  /** Rows of the batch, views counted, by the same clock; missing in the log of an earlier version. */
  imagesPerSecond: z.number().nullable().optional(),
});

const figure = z.object({ value: z.number(), low: z.number(), high: z.number() });

export const valFiguresSchema = z.object({
  /** Mean cross-entropy, in nats, without smoothing and temperature. */
  loss: z.number(),
  /** With its 95 % interval over subjects; null where nobody measures it. */
  balancedAccuracy: figure.nullable(),
  images: z.number().int(),
  subjects: z.number().int(),
});

/** What val says of a net. */
export type ValFigures = z.infer<typeof valFiguresSchema>;

/** A look at the children of val. */
const valRecordSchema = z.object({
  kind: z.literal('val'),
  /** Whose net was looked at: the run's own, or another model that stands beside it. */
  of: z.enum(['run', 'model']),
  /** The other model's id. */
  model: z.string().nullable(),
  stage: z.string(),
  /** Steps of the stage so far. */
  step: z.number().int(),
  epoch: z.number().int(),
  ...valFiguresSchema.shape,
  /** Whether the run would leave these weights behind, if it ended here. */
  isBest: z.boolean(),
  atMs,
});

/** Something that the person who reads the result has to know; the run goes on. */
const warningRecordSchema = z.object({ kind: z.literal('warning'), ...wordsOfRecord, atMs });

export const logRecordSchema = z.discriminatedUnion('kind', [
  stageRecordSchema,
  stepRecordSchema,
  valRecordSchema,
  warningRecordSchema,
]);

export type LogRecord = z.infer<typeof logRecordSchema>;

/** A record that says something in words. */
export type SayingRecord = Extract<LogRecord, { kind: 'stage' | 'warning' }>;

export function saysSomething(record: LogRecord): record is SayingRecord {
  return record.kind === 'stage' || record.kind === 'warning';
}

export function stageRecord(stage: string, said: Said, atMs: number): LogRecord {
  return { kind: 'stage', stage, message: describeSaid(said), said, atMs };
}

export function warningRecord(said: Said, atMs: number): LogRecord {
  return { kind: 'warning', message: describeSaid(said), said, atMs };
}
