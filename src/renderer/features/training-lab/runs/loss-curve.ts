import type { LogRecord } from '../../../../contract/training.ts';

/** The loss of a run over all its steps, one line per stage: losses of two stages are not the same measure. */
export interface LossCurve {
  readonly stages: readonly string[];
  /** Steps since the run began, counted across all stages. */
  readonly step: readonly number[];
  /** One column per stage, null where another stage ran. */
  readonly loss: readonly (readonly (number | null)[])[];
}

export function lossCurve(log: readonly LogRecord[]): LossCurve {
  const steps = log.filter((record) => record.kind === 'step');
  const stages = [...new Set(steps.map(({ stage }) => stage))];
  const offsets = new Map<string, number>();
  let offset = 0;
  for (const stage of stages) {
    offsets.set(stage, offset);
    offset += Math.max(...steps.filter((record) => record.stage === stage).map((record) => record.steps));
  }
  return {
    stages,
    step: steps.map((record) => (offsets.get(record.stage) ?? 0) + record.step),
    loss: stages.map((stage) => steps.map((record) => (record.stage === stage ? record.loss : null))),
  };
}
