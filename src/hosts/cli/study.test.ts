import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knowEngines } from './testing/known-engines.ts';
import { startCli } from './testing/run-cli.ts';
import { runHere } from './testing/run-here.ts';
import { writeTinyDataset } from './testing/tiny-dataset.ts';

const SLOW = 300_000;

let dir: string;
let dataset: string;
/** A study that ran without a break. */
let whole: string;
let ids: readonly string[];

const studyArgs = (out: string, ...more: string[]) => [
  ...['study', '--dataset', dataset, '--learners', 'cross-entropy,supcon', '--regimes', 'mixed'],
  ...['--sizes', '20,40', '--seeds', '1', '--budget', '4', '--batch', '16', '--shares', '0.5,0.25,0.25'],
  ...['--engine', 'wasm', '--jobs', '2', '--out', out, ...more],
];

/** Runs it and does something to the process as soon as it has said this on stderr. */
async function runUntil(args: readonly string[], said: string, act: (child: ChildProcess) => void) {
  const child = startCli(args);
  child.stdout.resume();
  let stderr = '';
  let acted = false;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    if (acted || !stderr.includes(said)) return;
    acted = true;
    act(child);
  });
  const [code, signal] = await once(child, 'close');
  return { code, signal, stderr };
}

const report = (out: string) => readFile(join(out, 'report.md'), 'utf8');
const results = (out: string) => readdir(join(out, 'cells'));

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'faceward-study-'));
  dataset = join(dir, 'dataset');
  whole = join(dir, 'whole');
  await writeTinyDataset(dataset, { children: 7, adults: 2 });
  await knowEngines();
  const { code, stdout } = await runHere(studyArgs(whole));
  expect(stdout).toContain('4 of 4 cells are done, 0 failed, 0 have not run.');
  expect(stdout).toContain('These test children have been looked at 4 times');
  expect(code).toBe(0);
  const listed = await runHere(['study', '--out', whole, '--list']);
  ids = listed.stdout.trim().split('\n');
}, SLOW);

afterAll(() => rm(dir, { recursive: true, force: true }));

describe('faceward study', () => {
  it('lists its cells in one order, by the names that their results have', async () => {
    expect(ids.map((id) => id.replace(/_[0-9a-f]+$/, ''))).toEqual([
      ...['cross-entropy_mixed_20_1', 'supcon_mixed_20_1', 'cross-entropy_mixed_40_1', 'supcon_mixed_40_1'],
    ]);
    expect((await results(whole)).sort()).toEqual(ids.map((id) => `${id}.json`).sort());
    expect(await readdir(join(whole, 'unfinished'))).toEqual([]);
  });

  it(
    'gives the same table after two kills',
    async () => {
      const out = join(dir, 'killed');
      for (const finished of [1, 3]) {
        const killed = await runUntil(studyArgs(out), `(${finished} of 4`, (child) => child.kill('SIGKILL'));
        expect(killed.signal).toBe('SIGKILL');
      }
      // Without its settings, which the folder knows.
      const { code } = await runHere(['study', '--out', out, '--jobs', '2']);
      expect(code).toBe(0);
      expect(await report(out)).toBe(await report(whole));
    },
    SLOW,
  );

  it(
    'runs one cell, stops with a checkpoint and exit code 75, and goes on to the same result',
    async () => {
      const out = join(dir, 'stopped');
      const begun = await runUntil(studyArgs(out, '--cell', ids[1]!), 'supcon, mixed, 20 child images', (child) =>
        child.kill('SIGTERM'),
      );
      expect(begun).toMatchObject({ code: 75, stderr: expect.stringContaining('stopped, with a checkpoint') });
      expect(await readdir(join(out, 'unfinished'))).toEqual([`${ids[1]}.bin`]);
      expect(await results(out)).toEqual([]);

      expect(await runHere(['study', '--out', out, '--cell', ids[1]!])).toMatchObject({ code: 0 });
      const of = async (folder: string) =>
        JSON.parse(await readFile(join(folder, 'cells', `${ids[1]}.json`), 'utf8')) as Record<string, unknown>;
      const { seconds: _, finishedAtIso: __, ...same } = await of(whole);
      expect(await of(out)).toMatchObject(same);

      const { stdout } = await runHere(['study', '--out', out, '--collect']);
      expect(stdout).toContain('1 of 4 cells are done, 0 failed, 3 have not run.');
    },
    SLOW,
  );

  it(
    'keeps what it has when the grid grows, and records a cell that cannot be without stopping the others',
    async () => {
      const grown = await runHere(studyArgs(whole).map((each) => (each === '20,40' ? '20,40,9999' : each)));
      expect(grown.stderr).toContain('2 of 6 cells to run');
      expect(grown.stderr).toMatch(
        /supcon_mixed_9999_1_\w+: failed \(impossible\): 9,999 child images .* were asked for; found 42/,
      );
      expect(grown.stdout).toContain('4 of 6 cells are done, 2 failed, 0 have not run.');
      expect(grown.code).toBe(0);
      expect(await report(whole)).toContain('## Cells that failed');
    },
    SLOW,
  );

  it('refuses another study in the same folder, and a folder without one', async () => {
    const other = await runHere(studyArgs(whole, '--split-seed', '2'));
    expect(other).toMatchObject({ code: 1, stderr: expect.stringContaining('another study: splitSeed differ') });
    const none = await runHere(['study', '--out', join(dir, 'none'), '--list']);
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('there is none in') });
    const stranger = await runHere(['study', '--out', whole, '--cell', 'x']);
    expect(stranger).toMatchObject({ code: 2, stderr: expect.stringContaining('found "x"') });
  });
});
