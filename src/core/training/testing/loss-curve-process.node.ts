/**
 * For tests: the tiny run, on the engine that the first argument names with as many workers as the second says, up to the
 * step that the third one says, in a process of its own because a process computes on one engine. Then the same run once more
 * from a checkpoint near its end. Writes what happened as one line of JSON.
 */
import type { Engine, EngineName, EngineStart } from '../../engine/engine.ts';
import { startTensorflow } from '../../engine/tensorflow.node.ts';
import { startWasm } from '../../engine/wasm.node.ts';
import { startWebgpu } from '../../engine/webgpu.node.ts';
import { englishOf } from '../../words/failure-sentence.ts';
import type { Checkpoint } from '../checkpoint.ts';
import type { NetTensors } from '../net/trained-net.ts';
import { trainOnEngine } from '../train-on-engine.node.ts';
import { TINY_CONFIG, TINY_DATA, TINY_FIRST_STEPS, TINY_STEPS } from './tiny-run.ts';

/** What the program writes. */
export type LossCurve =
  | { readonly kind: 'absent'; readonly reason: string }
  | {
      readonly kind: 'trained';
      /** One a step, in nats. */
      readonly losses: readonly number[];
      /** All that was being trained, as it was after TINY_FIRST_STEPS. */
      readonly firstWeights: readonly number[];
      /** All numbers of the net that came of it, tensor by tensor; null where it was stopped before. */
      readonly weights: readonly number[] | null;
      /** Whether a run that went on from a checkpoint ended with the same bits. */
      readonly resumesToTheBit: boolean;
      /** What the engine knows to have gone wrong. */
      readonly failure: string | null;
    };

const STEPS = Number(process.argv[4] ?? TINY_STEPS);
const RESUMED_AT = STEPS - 6;

const STARTERS: Readonly<Record<EngineName, () => Promise<EngineStart>>> = {
  tensorflow: startTensorflow,
  webgpu: () => startWebgpu({ allowSoftwareAdapter: true }),
  wasm: async () => ({ kind: 'started', engine: await startWasm({ workers: Number(process.argv[3] ?? 1) }) }),
};

async function run(engine: Engine, checkpoint: Checkpoint | null) {
  const checkpoints: Checkpoint[] = [];
  const losses: number[] = [];
  const enough = new AbortController();
  const running = trainOnEngine(engine, TINY_CONFIG, TINY_DATA, {
    signal: enough.signal,
    saveCheckpoint: (each) => void checkpoints.push(each),
    checkpoint,
    now: () => 0,
    identity: { splitHash: 'split', engine: 'one' },
  });
  try {
    for (;;) {
      const { done, value } = await running.next();
      if (done) return { losses, checkpoints, net: value.net };
      if (value.kind !== 'step') continue;
      losses.push(value.loss);
      if (value.step === STEPS && STEPS < TINY_STEPS) enough.abort();
    }
  } catch (error) {
    if (!enough.signal.aborted) throw error;
    return { losses, checkpoints, net: null };
  }
}

async function lossCurve(): Promise<LossCurve> {
  const start = await STARTERS[process.argv[2] as EngineName]();
  if (start.kind === 'absent') return { kind: 'absent', reason: englishOf(start.why) };
  const whole = await run(start.engine, null);
  const near = checkpointAt(whole.checkpoints, RESUMED_AT);
  const resumed = await run(start.engine, near);
  if (resumed.losses.length !== STEPS - RESUMED_AT) throw new Error('the run was not resumed: it began anew');
  return {
    kind: 'trained',
    losses: whole.losses,
    firstWeights: [...checkpointAt(whole.checkpoints, TINY_FIRST_STEPS).weights],
    weights: whole.net && numbersOf(whole.net.tensors),
    // A float32 is written with all its digits.
    resumesToTheBit:
      JSON.stringify([resumed.net, checkpointAt(resumed.checkpoints, STEPS)], plain) ===
      JSON.stringify([whole.net, checkpointAt(whole.checkpoints, STEPS)], plain),
    failure: (await start.engine.failure?.())?.message ?? null,
  };
}

function checkpointAt(checkpoints: readonly Checkpoint[], step: number): Checkpoint {
  const found = checkpoints.find((each) => each.step === step);
  if (!found)
    throw new Error(`a checkpoint at step ${step} was expected; found ${checkpoints.map((each) => each.step)}`);
  return found;
}

function plain(_: string, value: unknown): unknown {
  return value instanceof Float32Array ? [...value] : value;
}

function numbersOf(tensors: NetTensors): number[] {
  return Object.keys(tensors)
    .sort()
    .flatMap((name) => [...tensors[name]!.data]);
}

console.log(JSON.stringify(await lossCurve()));
