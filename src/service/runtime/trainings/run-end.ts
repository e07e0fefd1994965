import type { RunChange } from '../../../core/store/lab/runs.node.ts';
import type { LogRecord } from '../../../core/training/log-record.ts';

/** How a run ended, and the last of its log. */
export interface RunEnd {
  readonly change: RunChange;
  readonly log: readonly LogRecord[];
}
