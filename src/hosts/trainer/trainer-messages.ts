import type { LogRecord } from '../../core/training/log-record.ts';
import type { PauseReason } from '../../core/training/pause.ts';
import type { TrainingJob } from '../../jobs/train/train.node.ts';
import type { TrainingEnd } from '../../service/runtime/launch-trainer.ts';

/** What the host tells the trainer's process: one start, then pauses, then perhaps a stop. */
export type ToTrainer =
  | { readonly kind: 'start'; readonly job: TrainingJob }
  | { readonly kind: 'pause'; readonly reasons: readonly PauseReason[] }
  | { readonly kind: 'stop' };

/** What the trainer's process tells the host: records, then one end. */
export type FromTrainer =
  | { readonly kind: 'record'; readonly record: LogRecord }
  | { readonly kind: 'end'; readonly end: TrainingEnd };
