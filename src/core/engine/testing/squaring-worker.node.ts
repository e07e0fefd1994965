/** For tests: squares numbers on an engine of its own; ends itself at 0 and fails at negative ones. */
import * as tf from '@tensorflow/tfjs-core';
import { answerTasks } from '../wasm-workers/answer-tasks.node.ts';

await answerTasks<number, number>(async (task) => {
  if (task === 0) process.exit(3);
  if (task < 0) throw new RangeError(`a number above 0 was expected; found ${task}`);
  const square = tf.tidy(() => tf.square(tf.scalar(task)));
  try {
    return { answer: (await square.data())[0]!, transfer: [] };
  } finally {
    square.dispose();
  }
});
