import { join, resolve, sep } from 'node:path';
import { expect, it } from 'vitest';
import { folder, trainingCommand } from './train-command.ts';
import { trainingJobSchema } from './training-job.ts';

const JOB = {
  name: 'base',
  datasetDirs: ['resources/demo-cohort'],
  learner: 'supcon',
  regime: 'adults-as-augmentations',
  outDir: 'models/base',
} as const;

it('says what was chosen and leaves out what is as by default', () => {
  expect(trainingCommand(trainingJobSchema.parse(JOB))).toBe(
    'faceward train --dataset resources/demo-cohort --learner supcon --regime adults-as-augmentations ' +
      '--epochs 20 --seed 1 --name base --out models/base',
  );
});

it('says everything that was set otherwise, quoted where a shell would split it', () => {
  const job = {
    ...JOB,
    datasetDirs: ['a b', 'c'],
    size: 100,
    epochs: 2500,
    settings: { maxSteps: 2500, adultsPerChild: 2, emaDecay: 0, targets: 'votes' },
    labelColumn: 'label',
    exclude: ['c021', 'a007'],
    splitSeed: 2,
    shares: { train: 0.5, val: 0.25, test: 0.25 },
    testedOn: "the ward's faces",
    license: 'Apache-2.0',
  };
  expect(trainingCommand(trainingJobSchema.parse(job))).toBe(
    "faceward train --dataset 'a b' c --learner supcon --regime adults-as-augmentations --size 100 " +
      "--seed 1 --steps 2500 --adults 2 --targets votes --ema 0 --label-column label --exclude '(2 subjects, not named here)' --split-seed 2 --shares 0.5,0.25,0.25 --name base " +
      "--tested-on 'the ward'\\''s faces' --license Apache-2.0 --out models/base",
  );
});

it('does not tell where on the machine a folder outside of the current one lies', () => {
  const command = trainingCommand(trainingJobSchema.parse({ ...JOB, datasetDirs: ['/ward/secret/cohort'] }));
  expect(command).toContain('--dataset cohort ');
});

it.each([
  [join('models', 'base'), join('models', 'base')],
  [resolve('models', 'base'), join('models', 'base')],
  [join('..models', 'base'), join('..models', 'base')],
  ['', '.'],
  ['.', '.'],
  ['-x', `.${sep}-x`],
  [join('..', 'other', 'base'), 'base'],
  [resolve('..', 'other', 'base'), 'base'],
  [resolve('/'), resolve('/')],
])('names the folder %s as %s', (dir, name) => {
  expect(folder(dir)).toBe(name);
});
