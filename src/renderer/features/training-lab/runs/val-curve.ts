import type { LogRecord } from '../../../../contract/training.ts';

type ValRecord = Extract<LogRecord, { kind: 'val' }>;

/** Balanced accuracy on val over the steps of a run, with its interval, and the model in use beside it. */
export interface ValCurve {
  /** Steps since the run began, counted across all stages. */
  readonly step: readonly number[];
  readonly value: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** What the model in use reaches on the same images; null where it may not be shown beside the run. */
  readonly model: { readonly id: string; readonly value: number } | null;
  readonly newest: ValRecord | null;
}

/** @returns Null as long as nobody has looked. */
export function valCurve(log: readonly LogRecord[]): ValCurve | null {
  const steps = log.filter((record) => record.kind === 'step');
  const offsets = new Map<string, number>();
  let offset = 0;
  for (const stage of new Set(steps.map((record) => record.stage))) {
    offsets.set(stage, offset);
    offset += steps.find((record) => record.stage === stage)!.steps;
  }
  const looks = log.filter((record): record is ValRecord => record.kind === 'val' && record.balancedAccuracy !== null);
  const own = looks.filter((record) => record.of === 'run');
  // A run that was resumed may look again where it had looked.
  const byStep = new Map(own.map((record) => [(offsets.get(record.stage) ?? 0) + record.step, record]));
  const inOrder = [...byStep].sort(([a], [b]) => a - b);
  const model = looks.findLast((record) => record.of === 'model');
  if (inOrder.length === 0 && !model) return null;
  return {
    step: inOrder.map(([step]) => step),
    value: inOrder.map(([, record]) => record.balancedAccuracy!.value),
    low: inOrder.map(([, record]) => record.balancedAccuracy!.low),
    high: inOrder.map(([, record]) => record.balancedAccuracy!.high),
    model: model ? { id: model.model ?? '', value: model.balancedAccuracy!.value } : null,
    newest: own.at(-1) ?? null,
  };
}
