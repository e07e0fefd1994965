/** The program of a thread that computes gradients of parts of batches. */
import { answerTasks } from '../../engine/wasm-workers/answer-tasks.node.ts';
import { computeGradientTask } from './gradient-task.node.ts';

await answerTasks(computeGradientTask);
