import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { Emotion } from '../../../core/emotion/emotion.ts';
import {
  ageBandTable,
  confusionTable,
  overallTable,
  perClassTable,
} from '../../../core/evaluation/evaluation-table.ts';
import type { EvaluatedSplit, EvaluationResult } from '../../../service/evaluate-model.node.ts';
import { interruption } from '../interruption.ts';
import { emotions } from '../option-values.ts';
import { runCommand } from '../run-command.ts';
import { columns, progressBar, sayBeside, sayJson, sayResult } from '../terminal.ts';

interface EvaluateOptions {
  model: string;
  dataset: string[];
  split: EvaluatedSplit;
  classes?: Emotion[];
  labelColumn: string;
  /** True for stdout, else a file. */
  json?: string | true;
}

/** As many left-out images are named; the rest is counted. */
const PROBLEMS_TOLD = 20;

export function evaluateCommand(): Command {
  return new Command('evaluate')
    .summary('measure a model on the children of a dataset')
    .description(
      'Reads every child image of a dataset with a model and reports accuracy, balanced accuracy, macro-F1, recall per\n' +
        'class, negative-against-neutral AUC, calibration error, abstentions and confusion, with 95 % intervals over\n' +
        'subjects. Warns when the model has seen the subjects before.',
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
    .option('--label-column <name>', 'column to score by', 'emotion')
    .option('--json [file]', 'the result as one JSON document, to a file or to stdout')
    .addHelpText(
      'after',
      '\nExample:\n  faceward evaluate --model models/base --dataset resources/demo-cohort --split all',
    )
    .action((options: EvaluateOptions) => runCommand(() => run(options)));
}

async function run({ model, dataset, split, classes, labelColumn, json }: EvaluateOptions): Promise<void> {
  const { evaluateModel } = await import('../../../service/evaluate-model.node.ts');
  using interrupted = interruption('Stopping.');
  const bar = progressBar('faces', { quiet: json === true });
  const job = { modelDir: model, datasetDirs: dataset, split, classes: classes ?? null, labelColumn };
  const result = await evaluateModel(job, { signal: interrupted.signal, onProgress: bar.update }).finally(bar.stop);
  for (const caution of result.cautions) sayBeside(caution);
  for (const problem of result.problems.slice(0, PROBLEMS_TOLD)) sayBeside(`Left out ${problem}`);
  if (result.problems.length > 0) sayBeside(`Left out ${result.problems.length} images in all.`);
  if (json === true) sayJson(result);
  else sayResult(readable(result));
  if (typeof json === 'string') await writeFile(json, `${JSON.stringify(result, null, 2)}\n`);
}

function readable({ modelId, dataset, split, evaluation }: EvaluationResult): string {
  const which = split === 'all' ? 'all children' : `children of the ${split} split`;
  return [
    `${modelId} on ${dataset}, ${which}: ${evaluation.images} images of ${evaluation.subjects} subjects`,
    columns(overallTable(evaluation)),
    columns(perClassTable(evaluation)),
    columns(confusionTable(evaluation)),
    ...(evaluation.byAgeBand.length > 0 ? [columns(ageBandTable(evaluation))] : []),
  ].join('\n\n');
}
