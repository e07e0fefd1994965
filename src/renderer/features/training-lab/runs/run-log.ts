import type { LogRecord, SayingRecord } from '../../../../contract/training.ts';

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

/** What the run is doing now; null before it has said anything. */
export function stageNow(log: readonly LogRecord[]): SayingRecord | null {
  return log.findLast(isStage) ?? null;
}

/** Which engine trains and why; null before it was chosen. A resumed run chooses again. */
export function engineChoice(log: readonly LogRecord[]): SayingRecord | null {
  return log.filter(isStage).findLast(({ stage }) => stage === 'engine') ?? null;
}

function isStage(record: LogRecord): record is Extract<LogRecord, { kind: 'stage' }> {
  return record.kind === 'stage';
}
