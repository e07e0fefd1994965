/** For tests: a gradient worker that ends at its sixth task, as if the system had taken its memory. */
import { answerTasks } from '../../engine/wasm-workers/answer-tasks.node.ts';
import { computeGradientTask, type GradientTask } from '../parallel-gradient/gradient-task.node.ts';

const LAST = 6;
let tasks = 0;

await answerTasks((task: GradientTask) => {
  tasks += 1;
  if (tasks === LAST) process.exit(137);
  return computeGradientTask(task);
});
