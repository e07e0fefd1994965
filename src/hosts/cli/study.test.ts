import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stepsProgress } from './study/say-study.ts';
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
  ...['--engine', 'wasm', '--jobs', '2', '--set', 'headRows=64', '--out', out, ...more],
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
    // Children's faces stay no longer than some cell has use for them.
    expect(await readdir(whole)).not.toContain('faces.bin');
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
      expect(await readdir(join(out, 'unfinished'))).toEqual([`${ids[1]}.bin`, `${ids[1]}.json`]);
      expect(await results(out)).toEqual([]);

      expect(await runHere(['study', '--out', out, '--cell', ids[1]!])).toMatchObject({ code: 0 });
      const of = async (folder: string) =>
        JSON.parse(await readFile(join(folder, 'cells', `${ids[1]}.json`), 'utf8')) as Record<string, unknown>;
      const { seconds: _, finishedAtIso: __, starts, ...same } = await of(whole);
      expect(starts).toBe(1);
      expect(await of(out)).toMatchObject({ ...same, starts: 2 });

      const { stdout } = await runHere(['study', '--out', out, '--collect']);
      expect(stdout).toContain('1 of 4 cells are done, 0 failed, 3 have not run.');
      const missing = ids.filter((id) => id !== ids[1]);
      expect(stdout).toContain(`Without a result:\n${missing.map((id) => `  ${id}`).join('\n')}\n`);
      const listed = await runHere(['study', '--out', out, '--list', '--open']);
      expect(listed.stdout).toBe(`${missing.join('\n')}\n`);
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

  it('counts what each cell took, and is collected from its table alone, as it lies in a repository', async () => {
    const out = join(dir, 'committed');
    await mkdir(out);
    for (const file of ['study.json', 'test-images.json', 'cells.csv']) await cp(join(whole, file), join(out, file));
    const table = await readFile(join(out, 'cells.csv'), 'utf8');
    expect(table.match(/,done,.*,4,64,/g)).toHaveLength(4);
    const { code, stdout } = await runHere(['study', '--out', out, '--collect', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(await readFile(join(whole, 'report.json'), 'utf8')));
    expect(await readFile(join(out, 'cells.csv'), 'utf8')).toBe(table);

    await writeFile(join(out, 'cells.csv'), table.replace(',done,', ',done,x'));
    const damaged = await runHere(['study', '--out', out, '--collect']);
    expect(damaged).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("a cell's result was expected in row 2"),
    });
  });

  it(
    'runs on another machine without its datasets: the folder holds every setting and the faces',
    async () => {
      const planned = join(dir, 'planned');
      await runHere([...studyArgs(planned), '--list']);
      const out = join(dir, 'moved', 'study');
      const plan = JSON.parse(await readFile(join(planned, 'study.json'), 'utf8'));
      expect(plan.data.datasetDirs).toEqual(['../dataset']);
      expect(plan.plan.settings).toMatchObject({ temperature: 0.1, headRows: 64, statisticsFrom: 'children' });
      expect(plan.plan.ofLearner.supcon).toEqual({ learningRate: 0.004 });
      await mkdir(out, { recursive: true });
      for (const file of ['study.json', 'test-images.json', 'faces.bin'])
        await cp(join(planned, file), join(out, file));
      for (const folder of ['cells', 'unfinished', 'locks']) await mkdir(join(out, folder));
      const ran = await runHere(['study', '--out', out, '--cell', ids[0]!]);
      expect(ran).toMatchObject({ code: 0, stderr: expect.not.stringContaining('Reading the dataset') });
      expect(await results(out)).toEqual([`${ids[0]}.json`]);
      // Its look is counted where the study is collected, and only once.
      for (const _ of [1, 2]) {
        const home = await runHere(['study', '--out', out, '--collect', '--data', join(dir, 'home')]);
        expect(home.stdout).toContain('These test children have been looked at 1 times');
      }

      await writeFile(join(out, 'faces.bin'), 'no faces');
      const damaged = await runHere(['study', '--out', out, '--cell', ids[1]!]);
      expect(damaged).toMatchObject({ code: 1, stderr: expect.stringContaining('found a damaged file') });
      const elsewhere = await runHere(['study', '--out', out, '--cell', ids[1]!, '--dataset-root', join(dir, 'none')]);
      expect(elsewhere).toMatchObject({ code: 2, stderr: expect.stringContaining('was expected; found none there') });
    },
    SLOW,
  );

  it(
    'tries the draws of each learner on val, keeps the chosen in the plan, and trains all with them',
    async () => {
      const out = join(dir, 'drawn');
      const more = ['--draws', '2', '--set', 'temperature=0.5', '--ablations', 'balanced-mixed', '--sizes', '20'];
      const args = studyArgs(out, ...more, '--learners', 'supcon', '--list', '--json');
      const listed = async () => JSON.parse((await runHere(args)).stdout) as string[];
      const draws = await listed();
      expect(draws.map((id) => id.replace(/_[0-9a-f]+$/, ''))).toEqual([
        'supcon_mixed_20_1_draw0',
        'supcon_mixed_20_1_draw1',
      ]);
      for (const id of draws) {
        const { stderr } = await runHere(['study', '--out', out, '--cell', id]);
        expect(stderr).toContain(`${id}: balanced accuracy on val`);
      }
      const cells = await listed();
      expect(cells.map((id) => id.replace(/_[0-9a-f]+$/, ''))).toEqual([
        'supcon_mixed_20_1',
        'supcon_mixed_balanced-mixed_20_1',
      ]);
      expect((await runHere(['study', '--out', out, '--cell', cells[1]!])).stderr).toContain('balanced accuracy 0.');
      const { stdout } = await runHere(['study', '--out', out, '--collect']);
      expect(stdout).toContain('1 of 2 cells are done');
      // No draw has seen a test child.
      expect((await readFile(join(out, 'cells.csv'), 'utf8')).match(/,tuned,,,,,/g)).toHaveLength(2);
      const { plan } = JSON.parse(await readFile(join(out, 'study.json'), 'utf8'));
      expect(Object.keys(plan.tuning.chosen)).toEqual(['supcon']);
      expect(plan.settings.temperature).toBe(0.5);
      expect(await report(out)).toMatch(/supcon: draw [01] \(learning rate/);
    },
    SLOW,
  );

  it('says what is wrong with a setting, and never runs with it', async () => {
    const wrong = await runHere(studyArgs(join(dir, 'wrong'), '--set', 'seed=3'));
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('--set NAME=VALUE was expected') });
    const hot = await runHere(studyArgs(join(dir, 'wrong'), '--set', 'temperature=-1'));
    expect(hot).toMatchObject({ code: 2, stderr: expect.stringContaining('temperature has to be above 0') });
  });

  it('puts the same study in another division beside it, and nothing else', async () => {
    const beside = async (name: string, ...more: string[]) => {
      const out = join(dir, name);
      await runHere([...studyArgs(out, ...more, '--sizes', '20,40,9999'), '--list']);
      return runHere(['study', '--out', whole, '--collect', '--with', out]);
    };
    const both = await beside('division-2', '--split-seed', '2');
    expect(both.stdout).toContain('Intervals are over 2 divisions of the children');
    expect(both.code).toBe(0);
    const same = await beside('division-1');
    expect(same).toMatchObject({ code: 1, stderr: expect.stringContaining('found one division twice') });
    const other = await beside('other', '--split-seed', '2', '--set', 'temperature=0.5');
    expect(other).toMatchObject({ code: 1, stderr: expect.stringContaining('settings differ') });
    const none = await runHere(['study', '--out', whole, '--collect', '--with', join(dir, 'nothing')]);
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('a study was expected in') });
  });

  it('says how far it is where no terminal shows it, every half minute', () => {
    const said: string[] = [];
    let nowMs = 0;
    const progress = stepsProgress(
      () => nowMs,
      (text) => void said.push(text),
    );
    for (; nowMs <= 65_000; nowMs += 5_000) progress.update(nowMs / 1000, 100, ', about 1 min left');
    expect(said).toEqual(['30 of 100 steps, about 1 min left', '60 of 100 steps, about 1 min left']);
  });
});
