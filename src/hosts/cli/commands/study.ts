import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { ENGINE_NAMES } from '../../../core/engine/engine.ts';
import { ABLATIONS } from '../../../core/study/ablations.ts';
import { cellsToRun, describeCell } from '../../../core/study/study.ts';
import { LEARNERS } from '../../../core/training/learners.ts';
import { ENCODERS } from '../../../core/training/net/encoder-spec.ts';
import { REGIMES } from '../../../core/training/regimes/regime-facts.ts';
import type { KeptData } from '../../../jobs/dataset/kept-faces.node.ts';
import type { BegunStudy } from '../../../jobs/study/begin-study.node.ts';
import type { StudyFaces } from '../../../jobs/study/study-faces.node.ts';
import type { StudyFile } from '../../../jobs/study/study-file.ts';
import type { StartProgram } from '../../processes/program-process.ts';
import { addDataOptions, keptDataOf } from '../data-options.ts';
import { interruption } from '../interruption.ts';
import { Misuse } from '../misuse.ts';
import { emotions, names, setting, shares, wholeNumber } from '../option-values.ts';
import { EXIT_CODES, runCommand } from '../run-command.ts';
import { launchStudyProcess } from '../study/launch-study-process.ts';
import { openStudy, type StudyOptions } from '../study/open-study.ts';
import { ablationHelp, numbers, someOf } from '../study/plan-options.ts';
import { describeEnd, sayLog, sayStudy, stepsProgress, timeLeft } from '../study/say-study.ts';
import { sayBeside, sayJson, sayLines } from '../terminal.ts';

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
    .option(
      '--dataset-root <dir>',
      'folder in which the datasets lie here, by their names, where the plan has them elsewhere',
    )
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
    .option(
      '--patience <steps>',
      'steps without a better val that end a training; all steps when left out',
      wholeNumber(1, 1e6),
    )
    .option('--least <steps>', 'steps before which val ends nothing; 0', wholeNumber(0, 1e6))
    .option('--val-every <steps>', 'steps after which val is looked at again; 100', wholeNumber(1, 1e6))
    .option('--ablations <a,b>', ablationHelp(), someOf(ABLATIONS))
    .option(
      '--draws <n>',
      'settings tried for each learner, chosen on val; as usual when left out',
      wholeNumber(2, 100),
    )
    .option('--draws-at <n>', 'child images at which they are tried; the middle one of --sizes', wholeNumber(1, 1e7))
    .option('--set <name=value...>', 'settings of every training, by the names of `faceward train`: temperature=0.5')
    .addOption(new Option('--encoder <size>', 'size of the net; small').choices(Object.keys(ENCODERS)))
    .option('--classes <a,b,c>', 'only these emotions', emotions)
    .option('--label-column <name>', 'column to train by; the test is always scored by "emotion"')
    .option('--exclude <ids>', 'subjects to leave out, with commas between them', names)
    .option('--split-seed <n>', 'of the division of subjects; 1', setting('seed'))
    .option('--shares <a,b,c>', 'shares of train, val and test; 0.65,0.1,0.25', shares)
    .addOption(new Option('--engine <name>', 'what computes; chosen when left out').choices(ENGINE_NAMES))
    .option('--threads <n>', 'threads of one process, where the engine has a choice; 1', wholeNumber(1, 256))
    .option('--jobs <n>', 'processes at once', wholeNumber(1, 256), availableParallelism())
    .addOption(
      new Option('--list', 'plan the study where none is there yet, print the ids of all cells and end')
        .default(false)
        .conflicts(['cell', 'collect']),
    )
    .option('--open', 'with --list: only cells that have no result yet', false)
    .addOption(new Option('--cell <id>', 'run this cell only, in this process').conflicts('collect'))
    .option('--collect', 'table, learning curves and answer of what is there, without running anything', false)
    .option('--with <dir...>', 'with --collect: folders of the same study in other divisions of the children')
    .option('--json', 'the ids of --list, or the report, as JSON', false)
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
  const { collectStudy, cellIds, openCells, settleDraws } = await import('../../../jobs/study/collect-study.node.ts');
  // A cell that the plan already names needs no other cell's result: a thousand that start together read none.
  const isNamed = options.cell !== undefined && cellIds(begun.study).includes(options.cell);
  const settled = isNamed ? begun : { ...begun, study: await settleDraws(dir, begun.study) };
  const { study } = settled;
  const { json } = options;
  if (options.with && !options.collect) throw new Misuse('--collect was expected beside --with.');
  if (options.open && !options.list) throw new Misuse('--list was expected beside --open.');
  if (options.list) {
    const ids = options.open ? await openCells(dir, study) : cellIds(study);
    return json ? sayJson(ids) : sayLines(ids);
  }
  const { dataDir } = keptDataOf(options);
  if (options.collect) {
    const { countLooksOfCells } = await import('../../../jobs/study/cells-looks.node.ts');
    const report = await collectStudy(dir, study, options.with);
    if (dataDir !== null) await countLooksOfCells(dir, study, cellIds(study), dataDir);
    return sayStudy(report, { dir, dataDir, study, missing: await openCells(dir, study), json });
  }
  // Awaited here: the interruption is heard until this function ends.
  const run = { dir, signal, json, kept: keptDataOf(options), keepBeside: options.cache };
  if (options.cell) await runOne(settled, options.cell, run);
  else await runAll(settled, { ...run, jobs: options.jobs, start });
}

async function facesOf({ study, faces }: BegunStudy, { dir, signal, kept, keepBeside }: Run) {
  const { reopenFaces } = await import('../../../jobs/study/begin-study.node.ts');
  return faces ?? reopenFaces(dir, study, { signal, onLog: sayLog, kept, keepBeside });
}

interface Run {
  readonly dir: string;
  readonly signal: AbortSignal;
  readonly kept: Required<KeptData>;
  readonly keepBeside: boolean;
  readonly json: boolean;
}

async function runOne(begun: BegunStudy, id: string, run: Run): Promise<void> {
  const { cellIds } = await import('../../../jobs/study/collect-study.node.ts');
  const { reopenEngine } = await import('../../../jobs/study/begin-study.node.ts');
  const { runCell } = await import('../../../jobs/study/run-cell.node.ts');
  const { readResult } = await import('../../../jobs/study/study-folder.node.ts');
  const { study } = begun;
  const { dir, signal } = run;
  const cell = cellsToRun(study.plan)[cellIds(study).indexOf(id)];
  if (!cell) throw new Misuse(`a cell of the study in ${dir} was expected; found "${id}". --list prints them.`);
  const before = await readResult(dir, id);
  if (before) return sayBeside(describeEnd(id, { kind: 'finished', result: before }));

  const engine = await reopenEngine(study, run.kept.dataDir);
  const bar = stepsProgress();
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

/** Runs what is to be run now; where that settled the learners' settings, the rest after it. */
async function runAll(begun: BegunStudy, run: RunAll): Promise<void> {
  const { collectStudy, openCells, settleDraws } = await import('../../../jobs/study/collect-study.node.ts');
  const { dir, json } = run;
  let { study } = begun;
  let faces = begun.faces;
  for (;;) {
    const ids = await openCells(dir, study);
    if (ids.length === 0) {
      const settled = await settleDraws(dir, study);
      if (settled === study) break;
      study = settled;
      continue;
    }
    faces ??= await facesOf({ study, faces }, run);
    if (!(await runCells(study, faces, ids, run))) return;
  }
  await sayStudy(await collectStudy(dir, study), { dir, dataDir: run.kept.dataDir, study, missing: [], json });
}

/** @returns Whether all of them have their result. */
async function runCells(study: StudyFile, faces: StudyFaces, ids: readonly string[], run: RunAll): Promise<boolean> {
  const { runStudy } = await import('../../../jobs/study/run-study.ts');
  const { dir, jobs, start, signal } = run;
  const { dataDir } = run.kept;
  const all = cellsToRun(study.plan).length;
  sayBeside(`${ids.length} of ${all} cells to run, ${Math.min(jobs, ids.length)} at once`);
  const bar = stepsProgress();
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
      bar.update(steps, ids.length * study.plan.budgetSteps, left.text());
    },
    onEnd(id, end) {
      if (end.kind === 'finished') ended += 1;
      if (process.stderr.isTTY && end.kind === 'finished' && end.result.kind !== 'failed') return;
      sayBeside(`${describeEnd(id, end)} (${ended} of ${all}${left.text()})`);
    },
  }).finally(bar.stop);

  if (rest.broken.length > 0) {
    const [first] = rest.broken;
    throw new Error(`${rest.broken.length} cells could not be run, among them ${first!.id}: ${first!.message}`);
  }
  if (rest.open.length + rest.taken.length === 0) return true;
  const taken = rest.taken.length > 0 ? `; ${rest.taken.length} cells are run by other processes` : '';
  stopped(`${ended} of ${all} cells have their result${taken}. Run the same command again to go on.`);
  return false;
}

function stopped(message: string): void {
  sayBeside(message);
  process.exitCode = EXIT_CODES.runAgain;
}
