import type { LogRecord } from '../../../contract/training.ts';

/** How many of the latest records are searched for a duplicate. */
const LOOK_BACK = 100;

const stepOf = (record: LogRecord) => (record.kind === 'step' ? record.step : null);

/**
 * The log with one more record. A record that is there already is not added again: one may arrive as an event and in
 * the answer that was under way at that moment.
 */
export function appendRecord(log: readonly LogRecord[], record: LogRecord): LogRecord[] {
  const known = log
    .slice(-LOOK_BACK)
    .some((each) => each.kind === record.kind && each.atMs === record.atMs && stepOf(each) === stepOf(record));
  return known ? [...log] : [...log, record];
}

/** How far a run has come, by its last step; null before the first. */
export function progressOf(log: readonly LogRecord[]) {
  const step = log.findLast((record) => record.kind === 'step');
  return step?.kind === 'step' ? step : null;
}

/** What the run is doing now, in the trainer's words; null before it has said anything. */
export function stageMessage(log: readonly LogRecord[]): string | null {
  const stage = log.findLast((record) => record.kind === 'stage');
  return stage?.kind === 'stage' ? stage.message : null;
}

/** Which engine trains and why, in the trainer's words; null before it was chosen. A resumed run chooses again. */
export function engineReason(log: readonly LogRecord[]): string | null {
  const choice = log.findLast((record) => record.kind === 'stage' && record.stage === 'engine');
  return choice?.kind === 'stage' ? choice.message : null;
}
