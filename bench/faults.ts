/** Kills, flipped bits, full disks and hostile inputs, and what is lost by them; see docs/faults.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Command } from 'commander';
import './faults/cheap-passwords.ts';
import { hostileKinds } from './faults/hostile/attacking.ts';
import { allKinds } from './faults/kinds.ts';
import { Tally } from './faults/tally.ts';
import { Trials } from './faults/trial.ts';

const { hostile, minutes, trials, seed, out, only, atOnce } = new Command('faults')
  .option('--hostile', 'hostile inputs in place of kills, flipped bits and full disks', false)
  .option('--minutes <n>', 'begins no trial after so long', Number, 10)
  .option('--trials <n>', 'ends after so many, with those of --out', Number, Number.POSITIVE_INFINITY)
  .option('--seed <n>', 'of the moments, places and deeds', Number, 1)
  .option('--out <file>', 'keeps each trial there, and goes on where it ended')
  .option('--only <text>', 'only kinds of fault whose name holds this, for example "kill" or "session"', '')
  .option('--at-once <n>', 'so many trials beside each other', Number, 2)
  .parse()
  .opts<{
    hostile: boolean;
    minutes: number;
    trials: number;
    seed: number;
    out?: string;
    only: string;
    atOnce: number;
  }>();

const known = hostile ? await hostileKinds() : allKinds();
const all = known.filter(({ name }) => name.includes(only));
if (all.length === 0) {
  const names = new Set(known.map(({ name }) => name));
  console.error(`--only: a part of one of these was expected: ${[...names].join(', ')}; found ${only}`);
  process.exit(2);
}
for (const { name, skipped } of all) if (skipped !== null) console.log(`left out: ${name}: ${skipped}`);
const kinds = all.filter(({ skipped }) => skipped === null);

const tally = new Tally(out ?? null, seed);
const root = mkdtempSync(join(tmpdir(), 'faceward-faults-'));
const endMs = performance.now() + minutes * 60_000;
try {
  const prepared = new Trials(root);
  const next = new Map(kinds.map(({ name }) => [name, tally.next(name)]));
  let begun = tally.trials;
  let turn = begun;
  const work = async () => {
    while (kinds.length > 0 && begun < trials && performance.now() < endMs) {
      begun += 1;
      const kind = kinds[turn++ % kinds.length]!;
      const trial = next.get(kind.name)!;
      next.set(kind.name, trial + 1);
      const outcome = { kind: kind.name, trial, ...(await prepared.run(kind, { seed, trial })) };
      tally.add(outcome);
      for (const { kind: what, what: found } of outcome.findings) {
        console.log(`${kind.name}, trial ${trial}: ${what}: ${found}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
} finally {
  rmSync(root, { recursive: true, force: true });
}
for (const row of tally.rows()) console.log(row);
process.exitCode = tally.bad.length === 0 ? 0 : 1;
