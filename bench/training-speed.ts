/** Training images a second of every engine, and of PyTorch where asked for; see README.md. */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { ENGINE_NAMES, type EngineName } from '../src/core/engine/engine.ts';
import { type Spread, spreadOf, spreadText } from './spread.ts';
import { type Contender, startContender } from './training-speed/contender.ts';
import { pytorchPython } from './training-speed/pytorch-environment.ts';

interface Options {
  readonly engines: readonly EngineName[];
  readonly batches: readonly number[];
  readonly threads: readonly number[];
  readonly rounds: number;
  readonly steps: number;
  readonly pytorch: boolean;
  readonly pytorchCuda: boolean;
}

const numbers = (text: string) => text.split(',').map(Number);

const options = new Command('training-speed')
  .addOption(new Option('--engines <names...>', 'engines to measure').choices(ENGINE_NAMES).default(ENGINE_NAMES))
  .option('--batches <sizes>', 'rows of a batch, by commas', numbers, [32, 128, 256])
  .option('--threads <counts>', 'threads, by commas; workers on wasm', numbers, [1, 2])
  .option('--rounds <n>', 'turns of each contender', Number, 7)
  .option('--steps <n>', 'steps in a turn', Number, 3)
  .option('--pytorch', 'measure PyTorch too; makes a Python environment of its own', false)
  .option('--pytorch-cuda', 'the same on an NVIDIA GPU', false)
  .parse()
  .opts<Options>();

const WARM_UP_STEPS = 2;

async function startAll(threads: number): Promise<Contender[]> {
  const contenders: Contender[] = [];
  const take = (name: string, started: Contender | string) => {
    if (typeof started === 'string') console.log(`${name}: ${started}`);
    else contenders.push(started);
  };
  for (const engine of options.engines) {
    // A GPU has its own idea of threads.
    if (engine === 'webgpu' && threads !== options.threads[0]) continue;
    for (const graph of engine === 'tensorflow' ? ['on', 'off'] : ['']) {
      const program = {
        command: process.execPath,
        args: [join(import.meta.dirname, 'training-speed/engine-contender.ts'), engine],
        env: {
          TF_NUM_INTRAOP_THREADS: String(threads),
          FACEWARD_WASM_WORKERS: String(threads),
          FACEWARD_STEP_GRAPH: graph,
        },
        threads,
      };
      take(engine, await startContender(program));
    }
  }
  if (options.pytorch || options.pytorchCuda) {
    const device = options.pytorchCuda ? 'cuda' : 'cpu';
    const args = [join(import.meta.dirname, 'training-speed/pytorch-contender.py'), String(threads), device];
    take('pytorch', await startContender({ command: await pytorchPython(), args, env: {}, threads }));
  }
  return contenders;
}

const isPytorch = ({ name }: Contender) => name.startsWith('PyTorch');

/** Gives PyTorch a batch and weights of ours, and says by how much the losses differ. */
async function shareExample(contenders: readonly Contender[], rows: number): Promise<void> {
  const ours = contenders.find((each) => !isPytorch(each));
  const theirs = contenders.find(isPytorch);
  if (!ours || !theirs) return;
  const dir = await mkdtemp(join(tmpdir(), 'faceward-bench-'));
  try {
    const file = join(dir, 'example.json');
    const wrote = await ours.example({ kind: 'write-example', rows, file });
    const read = await theirs.example({ kind: 'read-example', file });
    const difference = Math.abs(read.loss / wrote.loss - 1).toExponential(0);
    console.log(
      `  the same batch and weights: loss ${wrote.loss.toFixed(6)} here, ${read.loss.toFixed(6)} in PyTorch (${difference})`,
    );
  } finally {
    await rm(dir, { recursive: true });
  }
}

interface Measured {
  readonly contender: Contender;
  /** Images a second, one value a round: the whole step, and without drawing its views. */
  readonly whole: number[];
  readonly computed: number[];
  drawShare: number;
  steps: number;
}

async function measure(contenders: readonly Contender[], rows: number): Promise<Measured[]> {
  const all = contenders.map((contender): Measured => ({ contender, whole: [], computed: [], drawShare: 0, steps: 0 }));
  for (const { contender } of all) await contender.steps(rows, WARM_UP_STEPS);
  for (let round = 0; round < options.rounds; round++) {
    for (const each of all) {
      const { stepMs, drawMs } = await each.contender.steps(rows, options.steps);
      const ms = spreadOf(stepMs).median;
      each.whole.push((rows * 1000) / ms);
      each.computed.push((rows * 1000) / (ms - drawMs));
      each.drawShare = drawMs / ms;
      each.steps += stepMs.length;
    }
  }
  return all;
}

function print(all: readonly Measured[]): void {
  const pytorch = all.find(({ contender }) => isPytorch(contender));
  const [first, second] = all;
  for (const { contender, whole, computed, drawShare, steps } of all) {
    const ratio = pytorch && pytorch.contender !== contender ? `, ${ratioText(computed, pytorch.computed)}` : '';
    const share = isPytorch(contender) ? '' : `, ${(drawShare * 100).toFixed(1)} % of it drawing views`;
    console.log(`  ${contender.name}: ${spreadText(spreadOf(whole))} images/s, n = ${steps} steps${share}${ratio}`);
  }
  if (first && second && !isPytorch(second.contender))
    console.log(`  the first ${ratioText(first.computed, second.computed, 'the second')}`);
}

/** Round by round, so that what slows both down cancels out. */
function ratioText(ours: readonly number[], theirs: readonly number[], of = 'PyTorch'): string {
  const ratio: Spread = spreadOf(ours.map((each, round) => each / theirs[round]!));
  return `${spreadText(ratio, 2)} of ${of}`;
}

console.log(`processor: ${cpus()[0]?.model}`);
for (const threads of options.threads) {
  for (const rows of options.batches) {
    console.log(`batch ${rows}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`);
    const contenders = await startAll(threads);
    try {
      await shareExample(contenders, rows);
      print(await measure(contenders, rows));
    } finally {
      for (const contender of contenders) await contender.close();
    }
  }
}
