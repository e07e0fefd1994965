/** `npm start`, on whatever Node the machine has. */
import { runOnNewNode } from './shared/run-on-new-node.mjs';

await runOnNewNode(new URL('./start.ts', import.meta.url), 'npm start');
