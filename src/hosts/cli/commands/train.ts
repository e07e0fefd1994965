import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  parseSetting,
  SETTING_NAMES,
  SETTING_OPTIONS,
  type SettingName,
  settingHelp,
  type TrainingSettings,
  trainingSettingsSchema,
} from '../../../contract/training-settings/training-settings.ts';
import { ENGINE_NAMES } from '../../../core/engine/engine.ts';
import { comparisonTable, overallTable, perClassTable } from '../../../core/evaluation/evaluation-table.ts';
import type { ModelFolder } from '../../../core/registry/model-folder.node.ts';
import { testSentence, testsApart } from '../../../core/registry/model-tests-text.ts';
import { LEARNER_FACTS, LEARNERS } from '../../../core/training/learners.ts';
import { type LogRecord, saysSomething } from '../../../core/training/log-record.ts';
import { REGIMES } from '../../../core/training/regimes/regime-facts.ts';
import { SETTINGS, USUAL_SETTINGS } from '../../../core/training/settings/settings.ts';
import type { TrainingJob } from '../../../jobs/train/training-job.ts';
import { addDataOptions, type DataOptions, keptDataOf } from '../data-options.ts';
import { interruption } from '../interruption.ts';
import { lookAhead } from '../look-ahead/look-ahead.ts';
import { Misuse } from '../misuse.ts';
import { names, type Shares, setting, shares } from '../option-values.ts';
import { runCommand } from '../run-command.ts';
import { columns, type Progress, progressBar, sayBeside, sayJson, sayResult } from '../terminal.ts';

interface TrainOptions extends DataOptions {
  dataset: string[];
  learner: TrainingJob['learner'];
  regime: TrainingJob['regime'];
  size?: number;
  epochs?: number;
  seed: number;
  engine?: TrainingJob['engine'];
  out: string;
  resume: boolean;
  startFrom?: string;
  logDir?: string;
  name?: string;
  labelColumn: string;
  exclude: string[];
  splitSeed: number;
  shares: Shares;
  compareWith?: string;
  testedOn?: string;
  license?: string;
  notes?: string | undefined;
  realChildren: boolean;
  json: boolean;
  /** Settings, by the names that commander makes of their flags. */
  [setting: string]: unknown;
}

export function trainCommand(): Command {
  const command = new Command('train')
    .summary('train a model on folders of images')
    .description(
      'Trains one model and writes it to a folder: README.md (the card), config.json, model.safetensors, evaluation.json.\n' +
        'Subjects are split into train, val and test. Temperature and threshold are chosen on val; the figures are those\n' +
        'of the test children, looked at once. The same command gives the same weights again.',
    )
    .requiredOption('--dataset <dir...>', 'folders with manifest.csv, or with child/<emotion>/ and adult/<emotion>/')
    .addOption(
      new Option('--learner <name>', LEARNERS.map((name) => `${name}: ${LEARNER_FACTS[name].says}`).join('; '))
        .choices(LEARNERS)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--regime <name>', 'which images make a batch').choices(REGIMES).makeOptionMandatory())
    .option('--size <n>', SETTINGS.size.says, setting('size'))
    .option(
      '--epochs <n>',
      `${SETTINGS.epochs.says}; ${USUAL_SETTINGS.epochs} when neither they nor --steps are given`,
      setting('epochs'),
    )
    .option('--seed <n>', SETTINGS.seed.says, setting('seed'), USUAL_SETTINGS.seed)
    .addOption(new Option('--engine <name>', 'what computes; chosen when left out').choices(ENGINE_NAMES))
    .requiredOption('--out <dir>', 'folder to write the model to; its checkpoints are kept there meanwhile')
    .option('--resume', 'go on from the checkpoint in --out, as if the run had never been stopped', false)
    .option('--start-from <dir>', 'a model whose weights to start from; with cross-entropy, to fine-tune')
    .option('--log-dir <dir>', 'folder to write the log to: log.jsonl, and events for TensorBoard')
    .option('--name <text>', "the model's name; that of the folder when left out")
    .option('--label-column <name>', 'column to train by; the test is always scored by "emotion"', 'emotion')
    .option('--exclude <ids>', 'subjects to leave out, with commas between them', names, [])
    .option('--split-seed <n>', 'of the division of subjects', setting('seed'), USUAL_SETTINGS.seed)
    .option('--shares <a,b,c>', 'shares of train, val and test', shares, { train: 0.65, val: 0.1, test: 0.25 })
    .option('--compare-with <dir>', 'a model to compare with on the same test images')
    .option(
      '--tested-on <text>',
      'what the images are, for the card, where their dataset does not say it, e.g. "rendered faces"',
    )
    .option('--license <name>', 'licence of the weights, an SPDX name, for the card')
    .option('--notes <file>', 'Markdown to end the card with: what the images may be used for, what to beware of')
    .option(
      '--real-children',
      'the images show real children, where their dataset does not say it: the card says which emotions were measured on them',
      false,
    )
    .option('--json', 'one JSON document a line on stdout: the log, then the result', false)
    .addHelpText(
      'after',
      '\nExample:\n  faceward train --dataset resources/demo-cohort --learner supcon --regime adults-as-augmentations --epochs 5 --out /path/to/model\n\n' +
        'Ctrl-C stops after the step under way, with a checkpoint; the same command with --resume goes on.',
    )
    .action((options: TrainOptions) => runCommand(() => train(options)));
  addDataOptions(command);
  for (const name of SETTING_NAMES) command.addOption(settingOption(name));
  return command;
}

function settingOption(name: SettingName): Option {
  const { flag, placeholder } = SETTING_OPTIONS[name];
  return new Option(`${flag} <${placeholder}>`, settingHelp(name)).helpGroup('Settings:').argParser((text) => {
    try {
      return parseSetting(name, text);
    } catch (error) {
      if (error instanceof RangeError) throw new InvalidArgumentError(error.message);
      throw error;
    }
  });
}

/** The settings that were given, by their names in the run's configuration. */
function settingsOf(options: TrainOptions): TrainingSettings {
  const given = SETTING_NAMES.map((name) => [name, options[new Option(SETTING_OPTIONS[name].flag).attributeName()]]);
  return trainingSettingsSchema.parse(Object.fromEntries(given.filter(([, value]) => value !== undefined)));
}

async function train(options: TrainOptions): Promise<void> {
  // Here, because what computes takes a second to load and --help needs none of it.
  const { looksAtTraining } = await import('../look-ahead/looks-at-training.ts');
  const { notes } = options;
  await lookAhead([
    ...looksAtTraining(trainingJobOf({ ...options, notes: undefined }), options.logDir),
    ...(notes ? [['--notes', () => readNotes(notes)] as const] : []),
  ]);
  const { trainModel } = await import('../../../jobs/train/train.node.ts');
  const { withLogFiles } = await import('../../../jobs/train/run-log-files.node.ts');
  using interrupted = interruption('Stopping after this step; Ctrl-C again ends at once.');
  const log = options.json ? jsonLog() : readableLog();
  const model = trainModel(trainingJobOf(options), { signal: interrupted.signal });
  const run = options.logDir ? withLogFiles(model, options.logDir) : model;
  try {
    let next = await run.next();
    for (; !next.done; next = await run.next()) log.add(next.value);
    log.end();
    if (options.json) sayJson(resultOf(next.value));
    else sayResult(summaryOf(next.value));
  } catch (error) {
    log.end();
    if (interrupted.signal.aborted) throw new Error(stoppedMessage(options.out), { cause: error });
    throw error;
  }
}

/** What was asked for on the command line, as a job. */
export function trainingJobOf(options: TrainOptions): TrainingJob {
  const { learner, regime, seed, labelColumn, exclude, splitSeed, shares: splitShares, realChildren, resume } = options;
  const settings = settingsOf(options);
  return {
    learner,
    regime,
    seed,
    labelColumn,
    exclude,
    splitSeed,
    shares: splitShares,
    realChildren,
    resume,
    settings,
    ...keptDataOf(options),
    name: options.name ?? basename(resolve(options.out)),
    datasetDirs: options.dataset,
    outDir: options.out,
    size: options.size ?? null,
    // An epoch has a step at least, so that the steps alone decide.
    epochs: options.epochs ?? settings.maxSteps ?? USUAL_SETTINGS.epochs,
    engine: options.engine ?? null,
    compareWithDir: options.compareWith ?? null,
    startFromDir: options.startFrom ?? null,
    ...(options.testedOn ? { testedOn: options.testedOn } : {}),
    ...(options.notes ? { notes: readNotes(options.notes) } : {}),
    ...(options.license ? { license: options.license } : {}),
  };
}

/** @throws Misuse if the file cannot be read. */
function readNotes(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Misuse(`the notes for the card, ${file}, cannot be read: ${(cause as Error).message}`);
  }
}

function stoppedMessage(outDir: string): string {
  return existsSync(join(outDir, 'checkpoint'))
    ? 'stopped, with a checkpoint; run the same command with --resume to go on'
    : 'stopped before the first step; nothing was written';
}

interface TrainLog {
  add(record: LogRecord): void;
  end(): void;
}

function jsonLog(): TrainLog {
  return { add: sayJson, end: () => {} };
}

/** Stages and warnings as lines, steps as a bar; without a terminal, one line an epoch. */
function readableLog(): TrainLog {
  let bar: Progress | null = null;
  let epoch = 0;
  const end = () => {
    bar?.stop();
    bar = null;
  };
  return {
    add(record) {
      if (record.kind === 'step') {
        bar ??= progressBar('steps', { quiet: false });
        bar.update(record.step, record.steps);
        if (record.epoch !== epoch && !process.stderr.isTTY) {
          sayBeside(`Epoch ${record.epoch}: loss ${record.loss.toFixed(3)} at step ${record.step} of ${record.steps}`);
        }
        epoch = record.epoch;
        return;
      }
      end();
      if (!saysSomething(record)) return;
      sayBeside(record.kind === 'warning' ? `Warning: ${record.message}` : record.message);
    },
    end,
  };
}

function resultOf({ dir, config }: ModelFolder) {
  const { id, test, tests, comparison, temperature, threshold } = config;
  return { kind: 'result', dir, id, temperature, threshold, test, tests, comparison };
}

function summaryOf({ dir, config }: ModelFolder): string {
  const { test, tests, comparison, testedOn, classesValidatedOnChildren } = config;
  return [
    `Model ${config.id} is in ${dir}. Tested on ${testedOn}, children of the test split:`,
    ...(test ? [columns(overallTable(test)), columns(perClassTable(test))] : []),
    ...testsApart(tests).flatMap((each) => [
      testSentence(each),
      columns(overallTable(each.evaluation)),
      columns(perClassTable(each.evaluation)),
    ]),
    ...(comparison ? [columns(comparisonTable(comparison))] : []),
    classesValidatedOnChildren.length === 0
      ? 'It is not validated on real children. Decision support, not a diagnosis.'
      : 'Decision support, not a diagnosis.',
  ].join('\n\n');
}
