/** For tests: a gradient worker of which the second ends at its sixth task, as if the system had taken its memory. */
import { answerTasks } from '../../engine/wasm-workers/answer-tasks.node.ts';
import { computeGradientTask, type GradientTask } from '../parallel-gradient/gradient-task.node.ts';

const LAST = 6;
let tasks = 0;

await answerTasks((task: GradientTask) => {
  tasks += 1;
  if (tasks === LAST && task.rank === 1) process.exit(137);
  return computeGradientTask(task);
});
