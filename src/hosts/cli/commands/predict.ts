import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { csvDialectOf, csvFile } from '../../../core/tables/csv.node.ts';
import { LANGUAGES, type Language } from '../../../core/words/language.ts';
import type { Predictions } from '../../../jobs/predict/predict.node.ts';
import { addDataOptions, type DataOptions, keptDataOf } from '../data-options.ts';
import { interruption } from '../interruption.ts';
import { runCommand } from '../run-command.ts';
import { progressBar, sayBeside, sayJson, sayResult } from '../terminal.ts';

interface PredictOptions extends DataOptions {
  model: string;
  dataset: string[];
  csv: string;
  language: Language;
  json: boolean;
}

const DECIMALS = 6;

export function predictCommand(): Command {
  const command = new Command('predict')
    .summary('write what a model says of every image')
    .description(
      'Reads every image of a dataset, of children and adults, and writes a CSV file: the path and one column of\n' +
        'calibrated probability for each class. Images that cannot be read or show no face are named and left out.',
    )
    .requiredOption('--model <dir>', 'a model folder')
    .requiredOption('--dataset <dir...>', 'folders with manifest.csv, or with group/emotion folders')
    .requiredOption('--csv <file>', 'file to write')
    .addOption(
      new Option('--language <language>', 'of the spreadsheet that opens it: nl writes semicolons and decimal commas')
        .choices(LANGUAGES)
        .default('en'),
    )
    .option('--json', 'say what was done as one JSON document on stdout', false)
    .action((options: PredictOptions) => runCommand(() => predict(options)));
  return addDataOptions(command);
}

async function predict({ model, dataset, csv, language, json, ...kept }: PredictOptions): Promise<void> {
  const { predictDataset } = await import('../../../jobs/predict/predict.node.ts');
  using interrupted = interruption('Stopping.');
  const bar = progressBar('faces', { quiet: json });
  const options = { signal: interrupted.signal, onProgress: bar.update, ...keptDataOf(kept) };
  const found = await predictDataset({ modelDir: model, datasetDirs: dataset }, options).finally(bar.stop);
  await writeFile(csv, csvOf(found, language));
  for (const problem of found.problems) sayBeside(`Left out ${problem}`);
  const { modelId, classes, paths, problems } = found;
  if (json) sayJson({ modelId, classes, csv, images: paths.length, leftOut: problems.length, problems });
  else sayResult(`Wrote ${csv}: ${paths.length} images by ${modelId}, ${problems.length} left out`);
}

function csvOf({ classes, paths, probabilities }: Predictions, language: Language): string {
  const k = classes.length;
  const rows = paths.map((path, i) => [
    path,
    ...Array.from(probabilities.subarray(i * k, (i + 1) * k), (each) => Number(each.toFixed(DECIMALS))),
  ]);
  return csvFile([['path', ...classes], ...rows], { dialect: csvDialectOf(language) });
}
