/**
 * For tests: the tiny run that the first argument names, on TensorFlow, with its checkpoints in the file that the second one
 * says, from the one that is there. Kills its own process after as many steps as the third says; run to its end, it writes one
 * line of JSON: losses and the trained net's numbers.
 */
import { startTensorflow } from '../../engine/tensorflow.node.ts';
import { readCheckpoint, writeCheckpoint } from '../checkpoint.node.ts';
import { trainOnEngine } from '../train-on-engine.node.ts';
import { numbersOf, TINY_RUNS, type TinyRunName } from './tiny-run.ts';

/** What the program writes. */
export interface EndedRun {
  /** Of the steps that this process made. */
  readonly losses: readonly number[];
  readonly weights: readonly number[];
}

const [, , name, file, diesAt] = process.argv as [string, string, TinyRunName, string, string?];

const start = await startTensorflow();
if (start.kind === 'absent') throw new Error('whoever starts this knows that TensorFlow is installed');
const { config, data } = TINY_RUNS[name];
const losses: number[] = [];
const running = trainOnEngine(start.engine, config, data, {
  signal: new AbortController().signal,
  saveCheckpoint: (each) => writeCheckpoint(file, each),
  checkpoint: await readCheckpoint(file),
  now: () => 0,
  identity: { splitHash: 'split', engine: 'one' },
});
for (;;) {
  const { done, value } = await running.next();
  if (done) {
    const ended: EndedRun = { losses, weights: numbersOf(value.net.tensors) };
    console.log(JSON.stringify(ended));
    break;
  }
  if (value.kind === 'step') losses.push(value.loss);
  if (losses.length === Number(diesAt)) process.kill(process.pid, 'SIGKILL');
}
