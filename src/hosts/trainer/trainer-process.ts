/**
 * The trainer's process: see processes/do-work.ts. It waits while it is told to, for a person or for a live session; stopped,
 * it writes a checkpoint after the step under way.
 */
import type { LogRecord } from '../../core/training/log-record.ts';
import { type PauseReason, pauseSwitch } from '../../core/training/pause.ts';
import { type TrainingJob, trainModel } from '../../jobs/train/train.node.ts';
import { doWork } from '../processes/do-work.ts';

const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
const pause = pauseSwitch(stopped);

doWork<TrainingJob, LogRecord, null, readonly PauseReason[]>({
  async *run(job, signal) {
    if (signal.aborted) stop();
    signal.addEventListener('abort', () => stop());
    yield* trainModel(job, { signal, pause });
    return null;
  },
  onMore: (reasons) => pause.set(reasons),
});
