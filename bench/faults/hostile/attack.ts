/** One trial's inputs, in the process that is watched: `node attack.ts DOOR FOLDER SEED TRIAL`. */
import { mkdirSync, writeSync } from 'node:fs';
import { randomAt } from '../../../src/core/training/views/random.ts';
import { loadDoor } from './doors.ts';
import { inFolder, SAYS_TO, type Step } from './protocol.ts';
import { wordless } from './words.ts';

const [name = '', folder = '', seed = '', trial = ''] = process.argv.slice(2);
const { site, made, out } = inFolder(folder);

function say(step: Step): void {
  writeSync(SAYS_TO, `${JSON.stringify(step)}\n`);
}

const door = await loadDoor(name);
mkdirSync(out, { recursive: true });
process.chdir(out);
const opened = await door.open({ site, made, out });
for (let input = 0; input < door.inputs; input += 1) {
  say({ kind: 'begun', input });
  const random = randomAt(Number(seed), Number(trial), input, 5);
  try {
    const { end, said } = await opened.attack(random);
    const faults = said.map(wordless).filter((fault) => fault !== null);
    if (end === 'refused' && said.length === 0) faults.push('refused without a word');
    for (const fault of faults)
      say({ kind: 'finding', finding: { kind: 'crashed', what: `input ${input}: ${fault}` } });
    say({ kind: 'ended', end, mb: process.resourceUsage().maxRSS / 1024 });
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say({ kind: 'finding', finding: { kind: 'crashed', what: `input ${input}: ${what.slice(0, 1500)}` } });
    say({ kind: 'ended', end: 'refused', mb: process.resourceUsage().maxRSS / 1024 });
  }
}
say({ kind: 'begun', input: door.inputs });
try {
  for (const finding of await opened.close()) say({ kind: 'finding', finding });
} catch (error) {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say({ kind: 'finding', finding: { kind: 'corrupt', what: `at the end: ${what.slice(0, 1500)}` } });
}
say({ kind: 'done' });
process.exit(0);
