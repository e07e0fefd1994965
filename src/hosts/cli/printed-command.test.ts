import { execFileSync } from 'node:child_process';
import { Command } from 'commander';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUPS } from '../../core/dataset/faces/face-set.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import type { EvaluationJob } from '../../jobs/evaluate/evaluate.node.ts';
import { evaluationCommand } from '../../jobs/evaluate/evaluate-command.ts';
import { folder, quoted, trainingCommand } from '../../jobs/train/train-command.ts';
import { type CompleteTrainingJob, trainingJobSchema } from '../../jobs/train/training-job.ts';
import { evaluateCommand, evaluationJobOf } from './commands/evaluate.ts';
import { trainCommand, trainingJobOf } from './commands/train.ts';
import { arbitraryOfSchema } from './testing/arbitrary-of-schema.ts';

/**
 * The command that a card prints is read back by the command line itself: the same job must come out, whatever the job.
 * A byte 0 is left out, as no program can be given one.
 */

const oddWord = fc.constantFrom(
  '-',
  '--',
  '-V',
  '--name',
  '..',
  '../a',
  '/',
  '~',
  '$HOME',
  "it's",
  'a,b',
  '"',
  '',
  ' ',
  '=',
);
const oddText = fc.oneof(
  fc.stringMatching(/^[\w ,.'"\\/=$-]+$/),
  fc.string({ unit: 'grapheme' }),
  fc.array(oddWord, { minLength: 1, maxLength: 3 }).map((words) => words.join('')),
);
const text = oddText.filter((each) => !each.includes('\0'));
const someText = text.filter((each) => each !== '');

/** The words that a POSIX shell makes of a line. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:'[^']*'|\\.|[^\s'\\])+/gs) ?? [];
  return words.map((word) => word.replaceAll(/'([^']*)'|\\(.)/gs, (_, quoted, escaped) => quoted ?? escaped));
}

/** What the command line makes of a printed command. */
function readBack<T extends object, Job>(command: Command, jobOf: (options: T) => Job, printed: string): Job {
  let job: Job | undefined;
  const program = new Command('faceward').version('1.0.0').addCommand(command);
  for (const each of [program, command])
    each.exitOverride().configureOutput({ writeOut: () => {}, writeErr: () => {} });
  command.action((options: T) => {
    job = jobOf(options);
  });
  const [name, ...args] = wordsOf(printed);
  expect(name).toBe('faceward');
  program.parse(args, { from: 'user' });
  return job!;
}

/** As plain JSON, in which a job is handed on: -0 is 0. */
const plain = (job: unknown) => JSON.parse(JSON.stringify(job));

describe('a printed training', () => {
  const anyShares = fc
    .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 499 }))
    .map(([train, val]) => ({ train: train / 1000, val: val / 1000, test: (1000 - train - val) / 1000 }));
  const anyJob = fc
    .tuple(arbitraryOfSchema(trainingJobSchema.omit({ shares: true }), text), fc.option(anyShares, { nil: undefined }))
    .map(([job, shares]) => trainingJobSchema.parse({ ...(job as object), shares }));
  /** The steps alone decide how long it trains, as the command line makes a job of --steps without --epochs. */
  const anyJobBySteps = fc
    .tuple(anyJob, fc.integer({ min: 1, max: 1e6 }))
    .map(([job, steps]) => ({ ...job, epochs: steps, settings: { ...job.settings, maxSteps: steps } }));
  const read = (printed: string) => trainingJobSchema.parse(readBack(trainCommand(), trainingJobOf, printed));

  /** What a command tells of a job: folders by their names, and nothing of what this machine keeps or the card adds. */
  const told = (job: CompleteTrainingJob) =>
    plain({
      ...job,
      datasetDirs: job.datasetDirs.map(folder),
      outDir: folder(job.outDir),
      startFromDir: job.startFromDir === null ? null : folder(job.startFromDir),
      compareWithDir: job.compareWithDir === null ? null : folder(job.compareWithDir),
      // What a site knows is not the command's.
      compareWithDigest: null,
      relabelled: [],
      stated: [],
      startFromDigest: null,
      budgetMinutes: null,
      // Nor are the codes of children.
      exclude: [],
      subjectSecret: null,
      dataDir: null,
      cacheFaces: true,
      resume: false,
      notes: null,
    });

  it('is read as the same job', () => {
    fc.assert(
      fc.property(fc.oneof(anyJob, anyJobBySteps), (job) => {
        expect(told(read(trainingCommand(job)))).toEqual(told(job));
      }),
    );
  });

  it('ties a value to its option where it has the name of another option', () => {
    const job = trainingJobSchema.parse({
      name: '-V',
      labelColumn: '--version',
      datasetDirs: ['a', '-V'],
      outDir: '--resume',
      learner: 'supcon',
      regime: 'mixed',
    });
    expect(told(read(trainingCommand(job)))).toEqual(told(job));
  });
});

describe('a printed evaluation', () => {
  const dirs = someText.map(folder);
  const anyJob: fc.Arbitrary<EvaluationJob> = fc.record({
    modelDir: dirs,
    datasetDirs: fc.array(dirs, { minLength: 1, maxLength: 3 }),
    split: fc.constantFrom('all', 'val', 'test'),
    classes: fc.option(fc.subarray([...EMOTIONS], { minLength: 2 })),
    minImages: fc.integer({ min: 0, max: 1_000_000 }),
    labelColumn: text,
    group: fc.option(fc.constantFrom(...GROUPS)),
    adults: fc.boolean(),
    againstDir: fc.option(dirs),
    withPictures: fc.boolean(),
  });

  const read = (printed: string) => readBack(evaluateCommand(), evaluationJobOf, printed);

  it('is read as the same job', () => {
    fc.assert(fc.property(anyJob, (job) => void expect(read(evaluationCommand(job))).toEqual(job)));
  });

  it('ties a value to its option where it has the name of another option', () => {
    const job = { ...fc.sample(anyJob, 1)[0]!, labelColumn: '--version' };
    expect(read(evaluationCommand(job))).toEqual(job);
  });
});

const hasPosixShell = process.platform !== 'win32';
if (!hasPosixShell) console.warn('the words of a line are not held against those of a shell: Windows brings no sh');

it.skipIf(!hasPosixShell)('a shell makes the words of a line that this test makes of it', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 30 }), (words) => {
      const line = words.map(quoted).join(' ');
      const script = `printf '%s\\0' ${line}`;
      const shown = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
      expect(shown).toEqual(words);
      expect(wordsOf(line)).toEqual(words);
    }),
    { numRuns: 30 },
  );
});
