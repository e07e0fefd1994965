/**
 * For tests: tiny runs, on the engine that the first argument names with as many workers as the second says, up to the
 * step that the third one says, in a process of its own because a process computes on one engine. Each once more from a
 * checkpoint near its end. All of them, or the first where the third argument is less than their steps. Writes what happened
 * as one line of JSON.
 */
import type { Engine, EngineName, EngineStart } from '../../engine/engine.ts';
import { startTensorflow } from '../../engine/tensorflow.node.ts';
import { startWasm } from '../../engine/wasm.node.ts';
import { startWebgpu } from '../../engine/webgpu.node.ts';
import { englishOf } from '../../words/failure-sentence.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { trainOnEngine } from '../train-on-engine.node.ts';
import {
  numbersOf,
  TINY_FIRST_STEPS,
  TINY_RUN_NAMES,
  TINY_RUNS,
  TINY_STEPS,
  type TinyRun,
  type TinyRunName,
} from './tiny-run.ts';

/** What the program writes. */
export type LossCurves =
  | { readonly kind: 'absent'; readonly reason: string }
  | {
      readonly kind: 'trained';
      readonly curves: Readonly<Partial<Record<TinyRunName, LossCurve>>>;
      /** What the engine knows to have gone wrong. */
      readonly failure: string | null;
    };

export interface LossCurve {
  /** One a step, in nats. */
  readonly losses: readonly number[];
  /** All that was being trained, as it was after TINY_FIRST_STEPS. */
  readonly firstWeights: readonly number[];
  /** All numbers of the net that came of it, tensor by tensor; null where it was stopped before. */
  readonly weights: readonly number[] | null;
  /** Whether a run that went on from a checkpoint ended with the same bits. */
  readonly resumesToTheBit: boolean;
  /** What its log warned of. */
  readonly warnings: readonly string[];
}

const STEPS = Number(process.argv[4] ?? TINY_STEPS);
/** The checkpoint before the last. */
const RESUMED_AT = STEPS - 2;

const STARTERS: Readonly<Record<EngineName, () => Promise<EngineStart>>> = {
  tensorflow: startTensorflow,
  webgpu: () => startWebgpu({ allowSoftwareAdapter: true }),
  wasm: async () => ({ kind: 'started', engine: await startWasm({ workers: Number(process.argv[3] ?? 1) }) }),
};

/** @param from Steps that were made before the checkpoint, in all parts of the run. */
async function run(engine: Engine, { config, data }: TinyRun, checkpoint: Checkpoint | null, from = 0) {
  /** By steps made. */
  const checkpoints = new Map<number, Checkpoint>();
  const losses: number[] = [];
  const warnings: string[] = [];
  const enough = new AbortController();
  const running = trainOnEngine(engine, config, data, {
    signal: enough.signal,
    saveCheckpoint: (each) => void checkpoints.set(from + losses.length, each),
    checkpoint,
    now: () => 0,
    identity: { splitHash: 'split', engine: 'one' },
  });
  try {
    for (;;) {
      const { done, value } = await running.next();
      if (done) return { losses, checkpoints, warnings, net: value.net };
      if (value.kind === 'warning') warnings.push(value.message);
      if (value.kind !== 'step') continue;
      losses.push(value.loss);
      if (from + losses.length === STEPS && STEPS < TINY_STEPS) enough.abort();
    }
  } catch (error) {
    if (!enough.signal.aborted) throw error;
    return { losses, checkpoints, warnings, net: null };
  }
}

async function lossCurve(engine: Engine, tiny: TinyRun): Promise<LossCurve> {
  const whole = await run(engine, tiny, null);
  const resumed = await run(engine, tiny, checkpointAt(whole.checkpoints, RESUMED_AT), RESUMED_AT);
  if (resumed.losses.length !== STEPS - RESUMED_AT) throw new Error('the run was not resumed: it began anew');
  return {
    losses: whole.losses,
    firstWeights: [...checkpointAt(whole.checkpoints, TINY_FIRST_STEPS).weights],
    weights: whole.net && numbersOf(whole.net.tensors),
    // A float32 is written with all its digits.
    resumesToTheBit:
      JSON.stringify([resumed.net, resumed.losses, checkpointAt(resumed.checkpoints, STEPS)], plain) ===
      JSON.stringify([whole.net, whole.losses.slice(RESUMED_AT), checkpointAt(whole.checkpoints, STEPS)], plain),
    warnings: whole.warnings,
  };
}

async function lossCurves(): Promise<LossCurves> {
  const start = await STARTERS[process.argv[2] as EngineName]();
  if (start.kind === 'absent') return { kind: 'absent', reason: englishOf(start.why) };
  const curves: Partial<Record<TinyRunName, LossCurve>> = {};
  for (const name of STEPS < TINY_STEPS ? TINY_RUN_NAMES.slice(0, 1) : TINY_RUN_NAMES)
    curves[name] = await lossCurve(start.engine, TINY_RUNS[name]);
  return { kind: 'trained', curves, failure: (await start.engine.failure?.())?.message ?? null };
}

function checkpointAt(checkpoints: ReadonlyMap<number, Checkpoint>, step: number): Checkpoint {
  const found = checkpoints.get(step);
  if (!found) throw new Error(`a checkpoint at step ${step} was expected; found ${[...checkpoints.keys()]}`);
  return found;
}

function plain(_: string, value: unknown): unknown {
  return value instanceof Float32Array ? [...value] : value;
}

console.log(JSON.stringify(await lossCurves()));
