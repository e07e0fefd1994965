import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Emotion } from '../../../core/emotion/emotion.ts';
import { ENGINE_NAMES, type EngineName } from '../../../core/engine/engine.ts';
import { describeCell, studyCells } from '../../../core/study/study.ts';
import { LEARNERS, type Learner } from '../../../core/training/learners.ts';
import { type LogRecord, saysSomething } from '../../../core/training/log-record.ts';
import { ENCODERS, type EncoderName } from '../../../core/training/net/encoder-spec.ts';
import { REGIMES, type RegimeName } from '../../../core/training/regimes/regime-facts.ts';
import type { KeptData } from '../../../jobs/dataset/kept-faces.node.ts';
import type { BegunStudy } from '../../../jobs/study/begin-study.node.ts';
import type { StartProgram } from '../../processes/program-process.ts';
import { addDataOptions, type DataOptions, keptDataOf } from '../data-options.ts';
import { interruption } from '../interruption.ts';
import { lookAhead, looksAtPlaceFor } from '../look-ahead/look-ahead.ts';
import { Misuse } from '../misuse.ts';
import { emotions, names, type Shares, setting, shares, wholeNumber } from '../option-values.ts';
import { EXIT_CODES, runCommand } from '../run-command.ts';
import { launchStudyProcess } from '../study/launch-study-process.ts';
import { describeEnd, sayStudy, timeLeft } from '../study/say-study.ts';
import { progressBar, sayBeside, sayResult } from '../terminal.ts';

/** What a study is made of: given to begin one, left out to go on with it. */
interface PlanOptions {
  dataset?: string[];
  learners?: Learner[];
  regimes?: RegimeName[];
  sizes?: number[];
  seeds?: number[];
  budget?: number;
  batch?: number;
  encoder?: EncoderName;
  classes?: Emotion[];
  labelColumn?: string;
  exclude?: string[];
  splitSeed?: number;
  shares?: Shares;
  engine?: EngineName;
  threads?: number;
}

interface StudyOptions extends PlanOptions, DataOptions {
  plan?: string;
  out: string;
  jobs: number;
  list: boolean;
  cell?: string;
  collect: boolean;
}

/** @param start Starts the processes of the cells. */
export function studyCommand(start: StartProgram): Command {
  const command = new Command('study')
    .summary('compare the training schemes over sizes and seeds')
    .description(
      'Trains every scheme with every number of child images and every seed, each within the same small budget of steps,\n' +
        'and answers whether adults help, by how much, at which size and for which scheme. Given once, the study is kept\n' +
        'in --out: the same command, or --out alone, goes on where it was stopped or killed.',
    )
    .requiredOption('--out <dir>', 'folder of the study')
    .option('--dataset <dir...>', 'folders with manifest.csv, or with child/<emotion>/ and adult/<emotion>/')
    .option('--plan <file>', 'a study as the program saved it; --dataset says where its images lie here')
    .option('--learners <a,b>', LEARNERS.join(', '), someOf(LEARNERS))
    .option('--regimes <a,b>', REGIMES.join(', '), someOf(REGIMES))
    .option(
      '--sizes <a,b>',
      'numbers of child images that train; 0 for regimes without children',
      numbers(wholeNumber(0, 1e7)),
    )
    .option('--seeds <a,b>', 'of subset, weights, batches and views', numbers(setting('seed')))
    .option('--budget <steps>', 'optimiser steps of each training', wholeNumber(1, 1e6))
    .option('--batch <n>', 'images in a step, views counted, the same for all schemes; 64', wholeNumber(4, 4096))
    .addOption(new Option('--encoder <size>', 'size of the net; small').choices(Object.keys(ENCODERS)))
    .option('--classes <a,b,c>', 'only these emotions', emotions)
    .option('--label-column <name>', 'column to train by; the test is always scored by "emotion"')
    .option('--exclude <ids>', 'subjects to leave out, with commas between them', names)
    .option('--split-seed <n>', 'of the division of subjects; 1', setting('seed'))
    .option('--shares <a,b,c>', 'shares of train, val and test; 0.65,0.1,0.25', shares)
    .addOption(new Option('--engine <name>', 'what computes; chosen when left out').choices(ENGINE_NAMES))
    .option('--threads <n>', 'threads of one process, where the engine has a choice; 1', wholeNumber(1, 256))
    .option('--jobs <n>', 'processes at once', wholeNumber(1, 256), availableParallelism())
    .addOption(new Option('--list', 'print the ids of all cells and end').default(false).conflicts(['cell', 'collect']))
    .addOption(new Option('--cell <id>', 'run this cell only, in this process').conflicts('collect'))
    .option('--collect', 'table, learning curves and answer of what is there, without running anything', false)
    .addHelpText(
      'after',
      '\nExample:\n  faceward study --dataset resources/demo-cohort --learners cross-entropy,supcon --regimes children,adults-as-augmentations \\\n' +
        '    --sizes 50,100 --seeds 1,2 --budget 100 --out /path/to/study\n\n' +
        'Exit code 75: stopped and saved, or a cell is run by another process; run it again. Ctrl-C stops after the step\n' +
        'under way.',
    )
    .action((options: StudyOptions) => runCommand(() => study(options, start)));
  return addDataOptions(command);
}

async function study(options: StudyOptions, start: StartProgram): Promise<void> {
  using interrupted = interruption('Stopping after this step; Ctrl-C again ends at once.');
  const { signal } = interrupted;
  const dir = resolve(options.out);
  const begun = await openStudy(options, dir, signal).catch((error) => {
    // Nothing has been trained yet, and nothing is lost.
    if (signal.aborted) return null;
    throw error;
  });
  if (!begun) return stopped('Stopped before the first step.');
  const { collectStudy, cellIds } = await import('../../../jobs/study/collect-study.node.ts');
  if (options.list) return sayResult(cellIds(begun.study).join('\n'));
  const { dataDir } = keptDataOf(options);
  if (options.collect) return sayStudy(await collectStudy(dir, begun.study), { dir, dataDir, study: begun.study });
  // Awaited here: the interruption is heard until this function ends.
  const run = { dir, signal, kept: keptDataOf(options) };
  if (options.cell) await runOne(begun, options.cell, run);
  else await runAll(begun, { ...run, jobs: options.jobs, start });
}

/** The study that is asked for, or the one that is in the folder. */
async function openStudy(options: StudyOptions, dir: string, signal: AbortSignal): Promise<BegunStudy> {
  // Here, because what computes takes a second to load and --help needs none of it.
  const { beginStudy } = await import('../../../jobs/study/begin-study.node.ts');
  const { readStudy } = await import('../../../jobs/study/study-folder.node.ts');
  const { studySettingsSchema } = await import('../../../jobs/study/study-file.ts');
  const { dataset, budget, batch, out, jobs, list, cell, collect, data, cache, plan: file, ...plan } = options;
  if (file) return beginStudy(await planIn(file, dataset), dir, { signal, onLog: sayLog, kept: keptDataOf(options) });
  const { learners, regimes, sizes, seeds } = plan;
  const given = Object.values({ dataset, budget, batch, ...plan }).some((each) => each !== undefined);
  if (!given) {
    const begun = await readStudy(dir);
    if (begun) return { study: begun, faces: null };
  }
  if (!dataset || !learners || !regimes || !sizes || !seeds || !budget) {
    throw new Misuse(
      `--dataset, --learners, --regimes, --sizes, --seeds and --budget were expected, to begin a study or to change it${given ? '' : `; there is none in ${dir} to go on with`}.`,
    );
  }
  const { looksAtDatasets } = await import('../look-ahead/looks-at-inputs.ts');
  await lookAhead([
    ...looksAtDatasets(dataset, ['emotion', plan.labelColumn ?? 'emotion'], { exclude: plan.exclude }),
    ...looksAtPlaceFor('--out', dir, 'folder'),
    ...looksAtPlaceFor('--data', data, 'folder'),
  ]);
  const settings = studySettingsSchema.parse({ ...plan, datasetDirs: dataset, budgetSteps: budget, batchRows: batch });
  return beginStudy(settings, dir, { signal, onLog: sayLog, kept: keptDataOf(options) });
}

/** @throws Misuse for what no program saved. */
async function planIn(file: string, dataset: readonly string[] | undefined) {
  const { studySettingsSchema } = await import('../../../jobs/study/study-file.ts');
  const wanted = `a study that Faceward has saved was expected in ${file}`;
  const plan = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as object)
    .catch((error: Error) => {
      throw new Misuse(`${wanted}; ${error.message}.`);
    });
  const parsed = studySettingsSchema.safeParse({ ...plan, ...(dataset ? { datasetDirs: dataset } : {}) });
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw new Misuse(`${wanted}; found at "${path.join('.')}": ${message}.`);
}

async function facesOf({ study, faces }: BegunStudy, { signal, kept }: Run) {
  const { reopenFaces } = await import('../../../jobs/study/begin-study.node.ts');
  return faces ?? reopenFaces(study, { signal, onLog: sayLog, kept });
}

interface Run {
  readonly dir: string;
  readonly signal: AbortSignal;
  readonly kept: Required<KeptData>;
}

async function runOne(begun: BegunStudy, id: string, run: Run): Promise<void> {
  const { cellIds } = await import('../../../jobs/study/collect-study.node.ts');
  const { reopenEngine } = await import('../../../jobs/study/begin-study.node.ts');
  const { runCell } = await import('../../../jobs/study/run-cell.node.ts');
  const { readResult } = await import('../../../jobs/study/study-folder.node.ts');
  const { study } = begun;
  const { dir, signal } = run;
  const cell = studyCells(study.plan)[cellIds(study).indexOf(id)];
  if (!cell) throw new Misuse(`a cell of the study in ${dir} was expected; found "${id}". --list prints them.`);
  const before = await readResult(dir, id);
  if (before) return sayBeside(describeEnd(id, { kind: 'finished', result: before }));

  const engine = await reopenEngine(study, run.kept.dataDir);
  const bar = progressBar('steps', { quiet: false });
  const place = { engine, study, dir, faces: await facesOf(begun, run), dataDir: run.kept.dataDir };
  const onStep = (step: number) => bar.update(step, study.plan.budgetSteps);
  sayBeside(describeCell(cell));
  const end = await runCell(place, cell, { signal, onStep }).finally(bar.stop);
  if (end.kind === 'finished') sayBeside(describeEnd(id, end));
  else stopped(describeEnd(id, end));
}

interface RunAll extends Run {
  readonly jobs: number;
  readonly start: StartProgram;
}

async function runAll(begun: BegunStudy, run: RunAll): Promise<void> {
  const { collectStudy, openCells } = await import('../../../jobs/study/collect-study.node.ts');
  const { runStudy } = await import('../../../jobs/study/run-study.ts');
  const { study } = begun;
  const { dir, jobs, start, signal } = run;
  const { dataDir } = run.kept;
  const all = studyCells(study.plan).length;
  const ids = await openCells(dir, study);
  if (ids.length === 0) return sayStudy(await collectStudy(dir, study), { dir, dataDir, study });

  const faces = await facesOf(begun, run);
  sayBeside(`${ids.length} of ${all} cells to run, ${Math.min(jobs, ids.length)} at once`);
  const bar = progressBar('steps', { quiet: false });
  const left = timeLeft(ids.length * study.plan.budgetSteps);
  let ended = all - ids.length;
  const rest = await runStudy({
    ids,
    jobs,
    signal,
    budgetSteps: study.plan.budgetSteps,
    launch: () => launchStudyProcess(start, { study, faces, dir, dataDir }),
    onProgress(steps) {
      left.update(steps);
      bar.update(steps, ids.length * study.plan.budgetSteps);
    },
    onEnd(id, end) {
      if (end.kind === 'finished') ended += 1;
      if (process.stderr.isTTY && end.kind === 'finished' && end.result.kind === 'done') return;
      sayBeside(`${describeEnd(id, end)} (${ended} of ${all}${left.text()})`);
    },
  }).finally(bar.stop);

  if (rest.broken.length > 0) {
    const [first] = rest.broken;
    throw new Error(`${rest.broken.length} cells could not be run, among them ${first!.id}: ${first!.message}`);
  }
  if (rest.open.length + rest.taken.length > 0) {
    const taken = rest.taken.length > 0 ? `; ${rest.taken.length} cells are run by other processes` : '';
    return stopped(`${ended} of ${all} cells have their result${taken}. Run the same command again to go on.`);
  }
  await sayStudy(await collectStudy(dir, study), { dir, dataDir, study });
}

function stopped(message: string): void {
  sayBeside(message);
  process.exitCode = EXIT_CODES.runAgain;
}

function sayLog(record: LogRecord): void {
  if (saysSomething(record)) sayBeside(record.kind === 'warning' ? `Warning: ${record.message}` : record.message);
}

function someOf<T extends string>(all: readonly T[]): (text: string) => T[] {
  return (text) => {
    const asked = names(text);
    const chosen = all.filter((each) => asked.includes(each));
    if (chosen.length !== asked.length) {
      throw new InvalidArgumentError(`One or more of ${all.join(', ')} were expected, each once.`);
    }
    return chosen;
  };
}

function numbers(each: (text: string) => number): (text: string) => number[] {
  return (text) => [...new Set(names(text).map(each))];
}
