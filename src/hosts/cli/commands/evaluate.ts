import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { GROUPS, type Group } from '../../../core/dataset/faces/face-set.ts';
import type { Emotion } from '../../../core/emotion/emotion.ts';
import {
  ageBandTable,
  comparisonTable,
  confusionTable,
  distressTable,
  groupTable,
  overallTable,
  perClassTable,
} from '../../../core/evaluation/evaluation-table.ts';
import { evaluationPage } from '../../../core/evaluation/page/page.ts';
import type { EvaluationJob, EvaluationResult } from '../../../jobs/evaluate/evaluate.node.ts';
import { evaluationCommand } from '../../../jobs/evaluate/evaluate-command.ts';
import type { EvaluatedSplit } from '../../../jobs/evaluate/split-again.node.ts';
import { addDataOptions, type DataOptions, keptDataOf } from '../data-options.ts';
import { interruption } from '../interruption.ts';
import { lookAhead, looksAtPlaceFor } from '../look-ahead/look-ahead.ts';
import { Misuse } from '../misuse.ts';
import { emotions, wholeNumber } from '../option-values.ts';
import { runCommand } from '../run-command.ts';
import { columns, progressBar, sayBeside, sayJson, sayResult } from '../terminal.ts';

interface EvaluateOptions extends DataOptions {
  model: string;
  dataset: string[];
  split: EvaluatedSplit;
  classes?: Emotion[];
  minImages: number;
  labelColumn: string;
  group?: Group;
  adults: boolean;
  against?: string;
  /** True for stdout, else a file. */
  json?: string | true;
  html?: string;
  withImages: boolean;
}

/** This many left-out images are named; the rest is counted. */
const PROBLEMS_TOLD = 20;

export function evaluateCommand(): Command {
  const command = new Command('evaluate')
    .summary('measure a model on the children of a dataset')
    .description(
      'Reads every child image of a dataset with a model and reports accuracy, balanced accuracy, macro-F1, recall per\n' +
        'class, negative-against-neutral AUC, calibration error, abstentions, risk against coverage and confusion, with\n' +
        '95 % intervals over subjects and baselines beside them. Warns when the model has seen the subjects before.',
    )
    .requiredOption('--model <dir>', 'a model folder')
    .requiredOption('--dataset <dir...>', 'folders with manifest.csv, or with child/<emotion>/')
    .addOption(
      new Option(
        '--split <name>',
        "all children, or a split of the model's own training, made again and checked by its hash",
      )
        .choices(['all', 'val', 'test'] satisfies EvaluatedSplit[])
        .default('all'),
    )
    .option(
      '--classes <a,b,c>',
      'only these emotions: other images are left out, probabilities scaled to these',
      emotions,
    )
    .option(
      '--min-images <n>',
      'count only emotions that at least so many images show; naming another counts as wrong',
      wholeNumber(0, 1_000_000),
      0,
    )
    .option('--label-column <name>', 'column to score by', 'emotion')
    .addOption(new Option('--group <name>', 'whom all images show, where the dataset does not tell it').choices(GROUPS))
    .option('--adults', 'measures adults too, apart from the children', false)
    .option('--against <dir>', 'a second model folder: the difference on the same images, with its interval')
    .option('--json [file]', 'the result as one JSON document, to a file or to stdout')
    .option('--html <file>', 'the result as one page to read, print and send on')
    .option('--with-images', 'puts the crops of the worst mistakes into the page: pictures of children', false)
    .addHelpText(
      'after',
      '\nExample:\n  faceward evaluate --model models/base --dataset resources/demo-cohort --split all',
    )
    .action((options: EvaluateOptions) => runCommand(() => run(options)));
  return addDataOptions(command);
}

async function run(options: EvaluateOptions): Promise<void> {
  const { json, html, withImages } = options;
  if (withImages && !html) throw new Misuse('--with-images puts pictures into a page: give --html <file> too.');
  const { looksAtDatasets, looksAtModel } = await import('../look-ahead/looks-at-inputs.ts');
  await lookAhead([
    ...looksAtModel('--model', options.model),
    ...looksAtModel('--against', options.against),
    ...looksAtDatasets(options.dataset, [options.labelColumn], { group: options.group }),
    ...looksAtPlaceFor('--json', typeof json === 'string' ? json : null, 'file'),
    ...looksAtPlaceFor('--html', html, 'file'),
    ...looksAtPlaceFor('--data', options.data, 'folder'),
  ]);
  const { evaluateModel } = await import('../../../jobs/evaluate/evaluate.node.ts');
  using interrupted = interruption('Stopping.');
  const bar = progressBar('faces', { quiet: json === true });
  const job = evaluationJobOf(options);
  const result = await evaluateModel(job, {
    ...keptDataOf(options),
    signal: interrupted.signal,
    onProgress: bar.update,
  }).finally(bar.stop);
  for (const caution of result.cautions) sayBeside(caution);
  for (const remark of result.remarks.slice(0, PROBLEMS_TOLD)) sayBeside(remark);
  for (const problem of result.problems.slice(0, PROBLEMS_TOLD)) sayBeside(`Left out ${problem}`);
  if (result.problems.length > 0) sayBeside(`Left out ${result.problems.length} images in all.`);
  const document = { ...result, mistakes: result.mistakes.map(({ pictureUri: _, ...each }) => each) };
  if (json === true) sayJson(document);
  else sayResult(readable(result));
  if (typeof json === 'string') await writeFile(json, `${JSON.stringify(document, null, 2)}\n`);
  if (html) await writeFile(html, pageOf(job, result));
}

/** What was asked for on the command line, as a job. */
export function evaluationJobOf(options: EvaluateOptions): EvaluationJob {
  return {
    modelDir: options.model,
    datasetDirs: options.dataset,
    split: options.split,
    classes: options.classes ?? null,
    minImages: options.minImages,
    labelColumn: options.labelColumn,
    group: options.group ?? null,
    adults: options.adults,
    againstDir: options.against ?? null,
    withPictures: options.withImages,
  };
}

function pageOf(job: EvaluationJob, { dataset, split, problems, cautions, ...found }: EvaluationResult): string {
  return evaluationPage({
    ...found,
    images: `${dataset}, ${which(split)}`,
    cautions: problems.length > 0 ? [...cautions, `${problems.length} images could not be used.`] : cautions,
    command: evaluationCommand(job),
    madeAtIso: new Date().toISOString(),
  });
}

function which(split: EvaluatedSplit): string {
  return split === 'all' ? 'all children' : `children of the ${split} split`;
}

function readable({ modelId, dataset, split, evaluation, comparison, lookCount }: EvaluationResult): string {
  return [
    `${modelId} on ${dataset}, ${which(split)}: ${evaluation.images} images of ${evaluation.subjects} subjects`,
    ...(lookCount === null ? [] : [`This is look no. ${lookCount} at this test set.`]),
    columns(overallTable(evaluation)),
    ...(comparison ? [columns(comparisonTable(comparison))] : []),
    columns(perClassTable(evaluation)),
    columns(confusionTable(evaluation)),
    ...(evaluation.distress ? [columns(distressTable(evaluation))] : []),
    ...(evaluation.byGroup.length > 1 ? [columns(groupTable(evaluation))] : []),
    ...(evaluation.byAgeBand.length > 0 ? [columns(ageBandTable(evaluation))] : []),
  ].join('\n\n');
}
