import '../../engine/register-gradients.node.ts';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect } from 'vitest';

/** For a file of tests: run them on the cpu backend, and fail if they leave a tensor behind. */
export function onCpuWithoutLeaks(): void {
  let before = 0;

  beforeAll(async () => {
    tf.enableProdMode();
    await tf.setBackend('cpu');
    before = tf.memory().numTensors;
  });

  afterAll(() => expect(tf.memory().numTensors).toBe(before));
}
