import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { forkUnderNode } from '../../processes/fork-under-node.ts';
import { projectFolders } from '../../shared/project-folders.ts';
import { runFaceward } from '../run-faceward.ts';
import { runCli } from '../testing/run-cli.ts';

const dir = mkdtempSync(join(tmpdir(), 'faceward-look-ahead-'));
const at = (...path: string[]) => join(dir, ...path);
const demo = join(projectFolders().resources, 'demo-cohort');
const base = join(projectFolders().models, 'base');

beforeAll(() => {
  writeFileSync(at('file'), '');
  mkdirSync(at('columns'));
  writeFileSync(at('columns', 'manifest.csv'), 'path,subject\na.jpg,c1\n');
});

afterAll(() => rmSync(dir, { recursive: true }));

/** The command in this process. @returns What it says beside, and its exit code. */
async function faceward(...args: string[]) {
  let said = '';
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  try {
    await runFaceward(args, forkUnderNode);
    return { said, code: process.exitCode };
  } finally {
    write.mockRestore();
    process.exitCode = undefined;
  }
}

const GRID = ['--learners', 'supcon', '--regimes', 'children', '--sizes', '10', '--seeds', '1', '--budget', '10'];
const TRAIN = ['train', '--learner', 'supcon', '--regime', 'children'];

it('a run that cannot be is refused with all its reasons, before anything is computed', async () => {
  const started = performance.now();
  const run = await runCli([
    ...['train', '--dataset', at('none'), at('none2'), '--learner', 'simclr', '--regime', 'children', '--views', '3'],
    ...['--out', at('file', 'model'), '--start-from', at('no-model'), '--notes', at('no-notes'), '--data', at('data')],
  ]);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr.replaceAll(dir, 'DIR').trimEnd().split('\n')).toEqual([
    'faceward: 6 things are wrong:',
    '  --dataset: A dataset folder was expected; there is no folder DIR/none.',
    '  --dataset: A dataset folder was expected; there is no folder DIR/none2.',
    '  --start-from: DIR/no-model/config.json cannot be read; a model folder with config.json was expected.',
    expect.stringMatching(/^ {2}--out: DIR\/file\/model cannot be made: a part of its path is a file/),
    '  settings: simclr needs exactly two views of an image, under adults-as-augmentations one of each; found 3',
    expect.stringMatching(/^ {2}--notes: the notes for the card, DIR\/no-notes, cannot be read/),
  ]);
  expect(performance.now() - started).toBeLessThan(60_000);
  expect(readdirSync(dir).sort()).toEqual(['columns', 'file']);
});

it.each([
  [
    'an unknown option and the one that is missing, together',
    [...TRAIN, '--datset', 'x', '--out', 'y'],
    2,
    [/required option '--dataset <dir...>' not specified/, /unknown option '--datset'\n\(Did you mean --dataset\?\)/],
  ],
  [
    'values that are no numbers, each by its name',
    [...TRAIN, '--dataset', 'x', '--out', 'y', '--epochs', 'nan', '--temperature', 'NaN', '--shares', '0.5,x,0.5'],
    2,
    [
      /'--epochs <n>' argument 'nan' is invalid\. It has to be a whole number from 1 to 1000000; it is not a number/,
      /temperature has to be above 0 and at most 100; found NaN, which is not a number/,
      /'--shares <a,b,c>' argument '0\.5,x,0\.5' is invalid.*not all of these are numbers/,
    ],
  ],
  [
    'an argument too many',
    [...TRAIN, '--dataset', demo, '--out', 'y', '--seed', '1', 'more'],
    2,
    [/too many arguments/],
  ],
])('names %s', async (_, args, code, wanted) => {
  const run = await faceward(...args);
  expect(run.code).toBe(code);
  for (const each of wanted) expect(run.said).toMatch(each);
});

it.each([
  [
    'a column that is missing',
    ['--dataset', demo, '--label-column', 'x', '--model', base],
    1,
    /"x" is missing; found path/,
  ],
  [
    'columns of another folder',
    ['--dataset', at('columns'), '--model', base],
    1,
    /column "group", "emotion" is missing/,
  ],
  [
    'a page that cannot be written',
    ['--dataset', demo, '--model', base, '--html', at('none', 'x')],
    2,
    /no folder .*none$/,
  ],
  [
    'a page whose name is too long',
    ['--dataset', demo, '--model', base, '--html', at('x'.repeat(4000))],
    2,
    /cannot be made: its name is longer than this system allows/,
  ],
  ['a folder in the place of a file', ['--dataset', demo, '--model', base, '--json', dir], 2, /a file was expected/],
])('evaluate names %s', async (_, args, code, wanted) => {
  const run = await faceward('evaluate', '--data', at('data'), ...args);
  expect(run.code).toBe(code);
  expect(run.said.trim()).toMatch(wanted);
});

it('predict and study name what they cannot read and cannot write', async () => {
  const predict = await faceward('predict', '--model', at('no'), '--dataset', at('none'), '--csv', at('no', 'x.csv'));
  expect(predict.said).toMatch(/3 things are wrong:\n.*--model: .*\n.*--dataset: .*\n.*--csv: .* there is no folder/);
  const study = await faceward('study', '--dataset', at('none'), '--out', at('file'), ...GRID, '--data', at('data'));
  expect(study.said).toMatch(/2 things are wrong:\n.*--dataset: .*\n.*--out: a folder was expected/);
});

it.each([
  ['train', [...TRAIN, '--dataset', demo, '--out', at('model'), '--log-dir', at('file')]],
  ['study', ['study', '--dataset', demo, '--out', at('file'), ...GRID]],
  ['dataset check', ['dataset', 'check', demo]],
])('%s names subjects to leave out of whom there is no image, and not those who are there', async (command, args) => {
  const run = await faceward(...args, '--data', at('data'), '--exclude', 'C003,c0O2,nobody');
  expect(run.code).toBe(2);
  expect(run.said).toMatch(/--exclude: .* no image that can be used shows "c0O2", "nobody"\. .*correct it/);
  if (command === 'dataset check') return;
  // What else is wrong is told beside it, and alone where all are known.
  expect(run.said).toMatch(/2 things are wrong/);
  const known = await faceward(...args, '--data', at('data'), '--exclude', 'C003');
  expect(known.said).not.toMatch(/--exclude|things are wrong/);
  expect(known.code).toBe(2);
});

it.skipIf(process.platform !== 'linux')('a folder that no system makes is refused, and does not hang', async () => {
  const run = await faceward(...TRAIN, '--dataset', demo, '--out', '/proc/none/model', '--data', at('data'));
  expect(run).toMatchObject({ code: 2, said: expect.stringMatching(/--out: \/proc\/none\/model cannot be made/) });
});
