/**
 * For tests: the tiny run, on the engine that the first argument names with as many workers as the second says, in a
 * process of its own because a process computes on one engine. Then the same run once more from a checkpoint near its end. Writes what
 * happened as one line of JSON.
 */
import type { Engine, EngineName, EngineStart } from '../../engine/engine.ts';
import { startTensorflow } from '../../engine/tensorflow.node.ts';
import { startWasm } from '../../engine/wasm.node.ts';
import { startWebgpu } from '../../engine/webgpu.node.ts';
import { englishOf } from '../../words/failure-sentence.ts';
import type { Checkpoint } from '../checkpoint.ts';
import type { NetTensors } from '../net/trained-net.ts';
import { trainOnEngine } from '../train-on-engine.node.ts';
import { TINY_CONFIG, TINY_DATA, TINY_STEPS } from './tiny-run.ts';

/** What the program writes. */
export type LossCurve =
  | { readonly kind: 'absent'; readonly reason: string }
  | {
      readonly kind: 'trained';
      /** One a step, in nats. */
      readonly losses: readonly number[];
      /** All numbers of the net that came of it, tensor by tensor. */
      readonly weights: readonly number[];
      /** Whether a run that went on from a checkpoint ended with the same bits. */
      readonly resumesToTheBit: boolean;
      /** What the engine knows to have gone wrong. */
      readonly failure: string | null;
    };

const RESUMED_AT = TINY_STEPS - 6;

const STARTERS: Readonly<Record<EngineName, () => Promise<EngineStart>>> = {
  tensorflow: startTensorflow,
  webgpu: () => startWebgpu({ allowSoftwareAdapter: true }),
  wasm: async () => ({ kind: 'started', engine: await startWasm({ workers: Number(process.argv[3] ?? 1) }) }),
};

async function run(engine: Engine, checkpoint: Checkpoint | null) {
  const checkpoints: Checkpoint[] = [];
  const losses: number[] = [];
  const running = trainOnEngine(engine, TINY_CONFIG, TINY_DATA, {
    signal: new AbortController().signal,
    saveCheckpoint: (each) => void checkpoints.push(each),
    checkpoint,
    now: () => 0,
    identity: { splitHash: 'split', engine: 'one' },
  });
  for (;;) {
    const { done, value } = await running.next();
    if (done) return { losses, checkpoints, run: value };
    if (value.kind === 'step') losses.push(value.loss);
  }
}

async function lossCurve(): Promise<LossCurve> {
  const start = await STARTERS[process.argv[2] as EngineName]();
  if (start.kind === 'absent') return { kind: 'absent', reason: englishOf(start.why) };
  const whole = await run(start.engine, null);
  const near = whole.checkpoints.find(({ step }) => step === RESUMED_AT);
  if (!near) throw new Error(`no checkpoint was saved at step ${RESUMED_AT}`);
  const resumed = await run(start.engine, near);
  if (resumed.losses.length !== TINY_STEPS - RESUMED_AT) throw new Error('the run was not resumed: it began anew');
  return {
    kind: 'trained',
    losses: whole.losses,
    weights: numbersOf(whole.run.net.tensors),
    // A float32 is written with all its digits.
    resumesToTheBit:
      JSON.stringify(numbersOf(resumed.run.net.tensors)) === JSON.stringify(numbersOf(whole.run.net.tensors)),
    failure: (await start.engine.failure?.())?.message ?? null,
  };
}

function numbersOf(tensors: NetTensors): number[] {
  return Object.keys(tensors)
    .sort()
    .flatMap((name) => [...tensors[name]!.data]);
}

console.log(JSON.stringify(await lossCurve()));
