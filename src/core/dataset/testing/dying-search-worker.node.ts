/** A thread that ends with its first image. */
import { answerTasks } from '../../engine/wasm-workers/answer-tasks.node.ts';

await answerTasks(() => process.exit(3));
