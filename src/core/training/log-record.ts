/** A plain record of the trainer's log: what the contract shows of a run. Times are of the clock handed in. */
export type LogRecord = StageRecord | StepRecord | WarningRecord;

/** A part of the run begins or has something to say. */
interface StageRecord {
  readonly kind: 'stage';
  readonly stage: string;
  readonly message: string;
  readonly atMs: number;
}

/** One optimiser step was made. */
interface StepRecord {
  readonly kind: 'step';
  readonly stage: string;
  /** Steps made so far, 1 after the first. */
  readonly step: number;
  readonly steps: number;
  /** From 1. */
  readonly epoch: number;
  /** Loss of this step's batch, in nats: what is minimised. */
  readonly loss: number;
  /** Where the loss is the sum of two, each of them before its weight. */
  readonly contrastive?: number;
  readonly crossEntropy?: number;
  readonly learningRate: number;
  readonly atMs: number;
  /** Estimated time to the end of the steps; null until one step has been timed. */
  readonly leftMs: number | null;
}

/** Something that the person who reads the result has to know; the run goes on. */
interface WarningRecord {
  readonly kind: 'warning';
  readonly message: string;
  readonly atMs: number;
}
