import { failure } from '../../words/failure.ts';
import { type LogRecord, stageRecord, type ValFigures } from '../log-record.ts';
import type { BestEpoch, RunState } from '../run-state.ts';
import { saying } from '../said.ts';
import type { StageTools } from '../stage-tools.ts';
import type { Stage } from '../stages.ts';

/** A look that nothing depends on takes at most about this share of the time. */
const SHARE_OF_LOOKS = 0.08;
/** Of long epochs there are looks in between. */
const LOOK_EVERY_STEPS = 200;

/** Looks at val, and keeps the averaged weights if they are the best so far. */
export async function* judge(
  stage: Stage,
  state: RunState,
  tools: StageTools,
  epoch: number,
): AsyncGenerator<LogRecord, void> {
  const figures = await tools.valFigures!();
  const { loss } = figures;
  const isBest = isBetter(figures, state.best, tools.floor);
  if (isBest) state.best = { epoch, valLoss: loss, average: state.average.slice() };
  const text =
    epoch === 0
      ? failure('runLog.val-before', { loss })
      : isBest
        ? failure('runLog.val-best', { epoch, loss })
        : failure('runLog.val-after', { epoch, loss });
  const balancedAccuracy = figures.balancedAccuracy?.value ?? null;
  state.valLosses.push({ stage: stage.name, epoch, loss, balancedAccuracy });
  yield stageRecord(stage.name, saying(text), tools.now());
  yield { ...lookRecord(stage, state, tools, figures), epoch, isBest };
  tools.clock.skip();
}

/**
 * Whether weights are to be kept in place of the best before: of those that are good enough, the least loss on val.
 *
 * Above a floor that is balanced accuracy above the floor's, or the same with less loss. The loss decides among them, since
 * it is steadier: the highest of many balanced accuracies on a few children is high by luck.
 */
export function isBetter(
  { loss, balancedAccuracy }: Pick<ValFigures, 'loss' | 'balancedAccuracy'>,
  best: Pick<BestEpoch, 'valLoss'> | null,
  floor: Pick<ValFigures, 'loss' | 'balancedAccuracy'> | null,
): boolean {
  if (best !== null && loss >= best.valLoss) return false;
  if (floor === null) return true;
  const above = (balancedAccuracy?.value ?? 0) - (floor.balancedAccuracy?.value ?? 0);
  return above > 0 || (above === 0 && loss < floor.loss);
}

/** Whether val has liked nothing better for `patienceEpochs` epochs, and `leastSteps` are made. */
export function isOver(
  { stopsEarly, sampler }: Stage,
  { optimiser, best }: Pick<RunState, 'optimiser' | 'best'>,
  { patienceEpochs, leastSteps = 0 }: { readonly patienceEpochs: number; readonly leastSteps?: number },
): boolean {
  if (!stopsEarly || optimiser.step < leastSteps) return false;
  return Math.floor(optimiser.step / sampler.stepsPerEpoch) - (best?.epoch ?? 0) >= patienceEpochs;
}

/**
 * Looks at val for people only: at the end of an epoch and every 200 steps, as long as the looks take about a twelfth of
 * the time. A slow machine looks less often, and learns the same.
 */
export function onlooker(stage: Stage, state: RunState, tools: StageTools) {
  let costMs = 0;
  let lookedAtMs = tools.now();
  return async function* lookIfDue(): AsyncGenerator<LogRecord, void> {
    const { step } = state.optimiser;
    const isTime = step % stage.sampler.stepsPerEpoch === 0 || step % LOOK_EVERY_STEPS === 0 || step === stage.steps;
    if (!tools.valFigures || !isTime || tools.now() - lookedAtMs < costMs / SHARE_OF_LOOKS) return;
    const beganAtMs = tools.now();
    const figures = await tools.valFigures();
    lookedAtMs = tools.now();
    costMs = lookedAtMs - beganAtMs;
    yield lookRecord(stage, state, tools, figures);
    tools.clock.skip();
  };
}

function lookRecord(stage: Stage, { optimiser }: RunState, { now }: StageTools, figures: ValFigures) {
  return {
    kind: 'val',
    of: 'run',
    model: null,
    stage: stage.name,
    step: optimiser.step,
    epoch: Math.ceil(optimiser.step / stage.sampler.stepsPerEpoch),
    ...figures,
    isBest: false,
    atMs: now(),
  } as const satisfies LogRecord;
}
