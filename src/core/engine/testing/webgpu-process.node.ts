/**
 * For tests: starts the webgpu engine in a process of its own and writes what happened as one line of JSON.
 * Arguments: whether a software adapter is allowed (yes, no), and what to do with the engine then.
 */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { gradientError } from '../gradient-self-check.ts';
import { startWebgpu } from '../webgpu.node.ts';

const [allowed, action] = process.argv.slice(2);
const device = () => (tf.backend() as WebGPUBackend).device;

const ACTIONS: Readonly<Record<string, () => Promise<unknown>>> = {
  nothing: async () => null,
  'check-gradients': gradientError,
  // Read back, so that the failure is known as soon as a trainer would know the step's gradient.
  'ask-too-much': async () => {
    device().createBuffer({ size: 2 ** 50, usage: GPUBufferUsage.STORAGE });
    return [...(await tf.add(tf.ones([2000]), 1).data())].every((each) => each === 2);
  },
  'lose-device': async () => {
    const sum = tf.add(tf.ones([2000]), 1);
    device().destroy();
    return sum.data().then(
      () => 'read',
      () => 'refused',
    );
  },
};

const start = await startWebgpu({ allowSoftwareAdapter: allowed === 'yes' });
if (start.kind === 'absent') {
  console.log(JSON.stringify(start));
} else {
  const { failure, ...engine } = start.engine;
  const result = await ACTIONS[action!]!();
  console.log(JSON.stringify({ kind: start.kind, engine, result, failure: (await failure?.())?.message ?? null }));
}
