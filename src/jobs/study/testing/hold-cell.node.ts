/** For tests: tries to take the cell named by the first argument, says what came of it, and holds it until it is killed. */
import { lockCell } from '../cell-lock.node.ts';

const lock = lockCell(process.argv[2]!, new Date());
process.stdout.write(`${lock.kind === 'held' ? 'held' : `taken by ${lock.by}`}\n`);
if (lock.kind === 'held') setInterval(() => {}, 60_000);
