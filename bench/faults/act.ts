/** One trial's deed, in the process that is killed in it: `node act.ts SCENARIO FOLDER SEED TRIAL`. */
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import './cheap-passwords.ts';
import { randomAt } from '../../src/core/training/views/random.ts';
import { BEGUN, DISK_FULL_CODE } from './protocol.ts';
import { saysDiskFull } from './says-disk-full.ts';
import { loadScenario } from './scenarios.ts';

const [name = '', folder = '', seed = '', trial = ''] = process.argv.slice(2);
const scenario = await loadScenario(name);
// For the next one: this one is going to be killed.
flushCompileCache();

/** With the system before it returns, whatever becomes of this process. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

say(BEGUN);
try {
  await scenario.act(folder, { acknowledge: say, random: randomAt(Number(seed), Number(trial), 2) });
} catch (error) {
  if (!saysDiskFull(error)) throw error;
  process.exitCode = DISK_FULL_CODE;
}
