/** Shows that the tensorflow engine computes on an NVIDIA GPU; ends with an error that says what it found where it does not. */
import { execFileSync } from 'node:child_process';
import * as tf from '@tensorflow/tfjs-core';
import { startEngine } from '../../src/core/training/start-engine/start-engine.node.ts';
import { englishOf } from '../../src/core/words/failure-sentence.ts';

/** What a GPU that computes takes at the least: its libraries alone are more. */
const LEAST_MB = 200;
const SIDE = 8192;

/** Of all GPUs together: which process it belongs to cannot be seen from inside of a container. */
function memoryMb(): number {
  const text = execFileSync('nvidia-smi', ['--query-gpu=memory.used', '--format=csv,noheader,nounits'], {
    encoding: 'utf8',
  });
  return text
    .trim()
    .split('\n')
    .reduce((sum, each) => sum + Number(each), 0);
}

const beforeMb = memoryMb();
const { engine, findings } = await startEngine({ requested: 'tensorflow', dataDir: null });
if (engine.device.reason !== 'engine.gpu')
  throw new Error(`a GPU was expected; TensorFlow computes on: ${englishOf(engine.device)}`);
const product = () => tf.tidy(() => tf.sum(tf.matMul(tf.ones([SIDE, SIDE]), tf.ones([SIDE, SIDE]))));
const [sum] = await product().data();
if (sum !== SIDE ** 3) throw new Error(`the sum of a product of ones was expected to be ${SIDE ** 3}; found ${sum}`);
const fromMs = performance.now();
await product().data();
const tflops = (2 * SIDE ** 3) / (performance.now() - fromMs) / 1e9;
const tookMb = memoryMb() - beforeMb;
if (tookMb < LEAST_MB)
  throw new Error(
    `the GPU's memory was expected to fill by ${LEAST_MB} MB or more while it computes; found ${tookMb} MB`,
  );
console.log(
  `${englishOf(engine.device)}: ${tookMb} MB of its memory taken, ${tflops.toFixed(1)} TFLOPS by a product of ${SIDE} x ${SIDE}, ` +
    `gradients within ${findings.gradientError.toExponential(0)} of the reference`,
);
