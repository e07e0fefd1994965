import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolders } from '../shared/project-folders.ts';
import { knowEngines } from './testing/known-engines.ts';
import { documents, runCli } from './testing/run-cli.ts';
import { runHere } from './testing/run-here.ts';
import { writeTinyDataset } from './testing/tiny-dataset.ts';

const SLOW = 300_000;

let dir: string;
let dataset: string;
/** A finished model, made once. */
let model: string;

const trainArgs = (out: string, ...more: string[]) => [
  ...['train', '--dataset', dataset, '--learner', 'cross-entropy', '--regime', 'adults-as-augmentations'],
  ...['--size', '28', '--epochs', '3', '--encoder', 'small', '--shares', '0.34,0.33,0.33'],
  ...['--tested-on', 'rendered faces', '--out', out],
  ...['--json', ...more],
];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'faceward-cli-'));
  dataset = join(dir, 'dataset');
  model = join(dir, 'model');
  await writeTinyDataset(dataset, { children: 6, adults: 3 });
  await knowEngines();
  const { code, stderr } = await runCli(trainArgs(model, '--name', 'Tiny Model'));
  expect(stderr).toBe('');
  expect(code).toBe(0);
}, SLOW);

afterAll(() => rm(dir, { recursive: true, force: true }));

const weightsOf = (folder: string) => readFile(join(folder, 'model.safetensors'));

describe('faceward train', () => {
  it('writes a model folder and nothing else', async () => {
    expect((await readdir(model)).sort()).toEqual([
      'README.md',
      'SHA256SUMS',
      'config.json',
      'evaluation.html',
      'evaluation.json',
      'model.safetensors',
    ]);
    const config = JSON.parse(await readFile(join(model, 'config.json'), 'utf8'));
    expect(config).toMatchObject({ id: 'tiny-model', classesValidatedOnChildren: [], testedOn: 'rendered faces' });
    expect(config.trainingData).toMatchObject({ childImages: 28 });
  });

  it(
    'gives the same weights after a kill in the middle and --resume, and compares with the first model',
    async () => {
      const out = join(dir, 'killed');
      const killed = await runCli(trainArgs(out), (stdout, child) => {
        if (documents(stdout).some(({ epoch }) => epoch === 2)) child.kill('SIGKILL');
      });
      expect(killed.code).not.toBe(0);
      expect(await readdir(out)).toEqual(['checkpoint']);

      const again = await runHere(trainArgs(out));
      expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('checkpoint of an unfinished run') });

      const resumed = await runCli(trainArgs(out, '--resume', '--compare-with', model));
      expect(resumed).toMatchObject({ code: 0, stderr: '' });
      const records = documents(resumed.stdout);
      expect(records.find(({ kind }) => kind === 'step')).toMatchObject({ epoch: 2 });
      const { comparison } = records.at(-1) as { comparison: { subjects: number } };
      const unlike = 3.841459 / (comparison.subjects + 3.841459);
      expect(comparison).toMatchObject({
        referenceModelId: 'tiny-model',
        // The same weights: none of the test children is unlike another, and they are few.
        accuracyDifference: { value: 0, low: expect.closeTo(-unlike, 6), high: expect.closeTo(unlike, 6) },
      });
      expect((await weightsOf(out)).equals(await weightsOf(model))).toBe(true);
    },
    SLOW,
  );

  it(
    'stops on Ctrl-C with a checkpoint and says how to go on',
    async () => {
      const out = join(dir, 'stopped');
      const stopped = await runCli(trainArgs(out), (stdout, child) => {
        // Once: a second one would end it without a checkpoint.
        if (!child.killed && documents(stdout).some(({ step }) => step === 1)) child.kill('SIGINT');
      });
      expect(stopped.code).toBe(1);
      expect(stopped.stderr).toContain('run the same command with --resume to go on');
      expect(await readdir(join(out, 'checkpoint'))).toHaveLength(1);
    },
    SLOW,
  );

  it('says in one sentence why a run cannot be, without a stack', async () => {
    const few = join(dir, 'few');
    await writeTinyDataset(few, { children: 2, adults: 1 });
    const args = ['--dataset', few, '--learner', 'supcon', '--regime', 'children', '--out', join(dir, 'none')];
    const { code, stdout, stderr } = await runHere(['train', ...args]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/faceward: At least one child in each of train, val, test was expected/);
    expect(stderr).not.toContain('    at ');
  });
});

describe('faceward evaluate', () => {
  it('finds on the test split the figures that the card claims', async () => {
    const file = join(dir, 'evaluation.json');
    const { code, stdout } = await runHere([
      ...['evaluate', '--model', model, '--dataset', dataset, '--split', 'test', '--json', file],
    ]);
    expect(code).toBe(0);
    const { evaluation } = JSON.parse(await readFile(file, 'utf8'));
    expect(evaluation).toEqual(JSON.parse(await readFile(join(model, 'evaluation.json'), 'utf8')).test);
    expect(stdout).toMatch(/Balanced accuracy +\d\.\d{3} \[\d\.\d{3}, \d\.\d{3}\]/);
  });

  it('warns that the model was trained on the subjects, and can ask about some emotions only', async () => {
    const { code, stdout, stderr } = await runHere([
      ...['evaluate', '--model', model, '--dataset', dataset, '--classes', 'happiness,neutral', '--json'],
    ]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/WARNING: tiny-model was trained on \d+ of these 6 subjects/);
    expect(documents(stdout)[0]).toMatchObject({ evaluation: { images: 24, classes: ['happiness', 'neutral'] } });
  });

  it('refuses a split that this dataset does not give', async () => {
    const other = join(dir, 'other');
    await writeTinyDataset(other, { children: 5, adults: 1 });
    const { code, stderr } = await runHere(['evaluate', '--model', model, '--dataset', other, '--split', 'test']);
    expect(code).toBe(1);
    expect(stderr).toContain('the test split of tiny-model cannot be made again from this dataset');
  });

  it('names what is wrong with a file or a row and goes on with the rest', async () => {
    const damaged = join(dir, 'damaged');
    await writeTinyDataset(damaged, { children: 2, adults: 0 }, ([first, second, ...rest]) => [
      { ...first!, emotion: 'boredom' },
      second!,
      ...rest,
    ]);
    const manifest = await readFile(join(damaged, 'manifest.csv'), 'utf8');
    const broken = manifest.split('\n')[2]!.split(',')[0]!;
    await writeFile(join(damaged, broken), 'no image');
    const { code, stdout, stderr } = await runHere(['evaluate', '--model', model, '--dataset', damaged, '--json']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/Left out child.*, row 2: .*found "boredom"/);
    expect(stderr).toContain(`Left out ${broken}, row 3: the image cannot be decoded`);
    expect(stderr).toContain('Left out 2 images in all.');
    expect(documents(stdout)[0]).toMatchObject({ evaluation: { images: 26 } });
  });

  it('says which column a manifest lacks', async () => {
    const narrow = join(dir, 'narrow');
    await writeTinyDataset(narrow, { children: 2, adults: 0 }, (rows) =>
      rows.map(({ subject: _, ...others }) => others),
    );
    const { code, stderr } = await runHere(['evaluate', '--model', model, '--dataset', narrow]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/subject/);
    expect(
      (await runHere(['evaluate', '--model', model, '--dataset', dataset, '--label-column', 'mood'])).stderr,
    ).toMatch(/mood/);
  });

  it('says which file of a model folder is missing', async () => {
    const { code, stderr } = await runHere(['evaluate', '--model', dir, '--dataset', dataset]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/config\.json cannot be read; a model folder with config\.json was expected/);
  });
});

describe('faceward predict', () => {
  it('writes the path and one column of probability a class', async () => {
    const csv = join(dir, 'predictions.csv');
    const { code, stdout } = await runHere(['predict', '--model', model, '--dataset', dataset, '--csv', csv, '--json']);
    expect(code).toBe(0);
    expect(documents(stdout)[0]).toMatchObject({ images: 126, leftOut: 0 });
    const [header, ...rows] = (await readFile(csv, 'utf8')).trim().split('\r\n');
    expect((await readFile(csv, 'utf8'))[0]).toBe('\ufeff');
    expect(header).toBe('path,anger,disgust,fear,happiness,sadness,surprise,neutral,folder,subject');
    expect(rows).toHaveLength(126);
    const cells = rows[0]!.split(',');
    const [path, probabilities] = [cells[0], cells.slice(1, -2)];
    expect(cells.at(-1)).toMatch(/^c\d+$/);
    expect(path).toMatch(/^child\/.*\.jpg$/);
    expect(probabilities.reduce((sum, each) => sum + Number(each), 0)).toBeCloseTo(1, 4);

    const dutch = join(dir, 'voorspellingen.csv');
    const data = ['--model', model, '--dataset', dataset];
    expect((await runHere(['predict', ...data, '--csv', dutch, '--language', 'nl'])).code).toBe(0);
    const lines = (await readFile(dutch, 'utf8')).split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffpath;anger;/);
    expect(lines[1]!.split(';').slice(1, -2)).toEqual(probabilities.map((each) => each.replace('.', ',')));
  });
});

describe('faceward predict on photographs that nobody has labelled', () => {
  it('writes a row an image and tells two folders apart, names of every kind as they are', async () => {
    const [first, second] = ['photos', 'more photos'].map((name) => join(dir, name));
    const cohort = join(projectFolders().resources, 'demo-cohort/child/c003');
    for (const folder of [first!, second!]) {
      await mkdir(folder);
      await cp(join(cohort, 'happiness_1.jpg'), join(folder, '=one.jpg'));
      await writeFile(join(folder, 'broken.jpg'), 'no image');
    }
    const csv = join(dir, 'photos.csv');
    const { code, stdout } = await runHere([
      'predict',
      '--model',
      model,
      '--dataset',
      first!,
      second!,
      '--csv',
      csv,
      '--json',
      '--no-cache',
    ]);
    expect(code).toBe(0);
    expect(documents(stdout)[0]).toMatchObject({
      images: 2,
      leftOut: 2,
      problems: [
        'photos/broken.jpg: the image cannot be decoded',
        'more photos/broken.jpg: the image cannot be decoded',
      ],
    });
    const [, ...rows] = (await readFile(csv, 'utf8')).trim().split('\r\n');
    expect(rows.map((row) => [row.split(',')[0], row.split(',').at(-2), row.split(',').at(-1)])).toEqual([
      ['=one.jpg', 'photos', ''],
      ['=one.jpg', 'more photos', ''],
    ]);
  });
});

describe('misuse', () => {
  it.each([
    ['no command', [], /Usage: faceward/],
    ['an unknown command', ['tain'], /unknown command 'tain'/],
    ['a missing option', ['evaluate', '--model', 'x'], /--dataset/],
    [
      'a learner that does not exist',
      ['train', '--learner', 'byol'],
      /Allowed choices are cross-entropy, simclr, supcon/,
    ],
    ['an engine of another version', ['train', '--engine', 'abacus'], /Allowed choices are tensorflow, webgpu, wasm/],
    ['a number that is none', ['train', '--epochs', 'many'], /whole number from 1 to 1000/],
    ['shares that do not sum to 1', ['train', '--shares', '0.5,0.5,0.5'], /sum to 1/],
    ['an emotion of another spelling', ['evaluate', '--classes', 'joy,anger'], /Two or more of anger/],
    ['a report of an unknown kind', ['report', 's1', '--out', 'report.doc'], /\.pdf, \.csv[^\n]* was expected/],
  ])('%s ends with exit code 2 and says what was wanted', async (_, args, message) => {
    const { code, stdout, stderr } = await runHere(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });

  it('explains each command', async () => {
    for (const command of ['doctor', 'serve', 'train', 'evaluate', 'predict', 'report']) {
      const { code, stdout } = await runHere([command, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`Usage: faceward ${command}`);
    }
  });
});
