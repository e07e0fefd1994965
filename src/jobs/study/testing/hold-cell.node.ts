/** For tests: tries to take the cell named by the first argument, says what came of it, and holds it until it is killed. */
import { lockCell } from '../cell-lock.node.ts';

/** Of a holder on another machine; the second argument says how long it may give no sign of life. */
const goneAfterMs = Number(process.argv[3] ?? 60_000);

const lock = await lockCell(process.argv[2]!, new Date(), { beatMs: 20, goneAfterMs });
process.stdout.write(`${lock.kind === 'held' ? 'held' : `taken by ${lock.by}`}\n`);
if (lock.kind === 'held') setInterval(() => {}, 60_000);
