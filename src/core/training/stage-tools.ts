import type { FaceSet } from '../dataset/faces/face-set.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { ValFigures } from './log-record.ts';
import type { ParameterLayout } from './net/parameters.ts';
import type { Pause } from './pause.ts';
import type { ComputeGradient } from './step/gradient-step.ts';
import type { StepClock } from './step/step-clock.ts';
import type { TrainingConfig } from './training-config.ts';

/** What a stage is given by the run around it. */
export interface StageTools {
  readonly config: TrainingConfig;
  readonly faces: FaceSet;
  readonly layout: ParameterLayout;
  readonly gradient: ComputeGradient;
  /** A copy of the state as it is. */
  readonly snapshot: () => Checkpoint;
  readonly save: (checkpoint: Checkpoint) => Promise<void>;
  /** Throws when the run is to stop. */
  readonly throwIfStopped: () => void;
  readonly pause: Pause | null;
  /** What the averaged weights make of the children of val; null where val has none. */
  readonly valFigures: (() => Promise<ValFigures>) | null;
  /** What weights have to reach on val to be kept; null where any may be. */
  readonly floor: ValFigures | null;
  /** Time of the run, without pauses, at which the stage ends wherever it is; null where only its steps end it. */
  readonly endsAtMs: number | null;
  /** Steps of the stages after this one. */
  readonly stepsAfter: number;
  readonly now: () => number;
  readonly clock: StepClock;
}
