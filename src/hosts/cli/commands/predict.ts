import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { csvDialectOf, csvFile } from '../../../core/tables/csv.node.ts';
import { LANGUAGES, type Language } from '../../../core/words/language.ts';
import type { Predictions } from '../../../jobs/predict/predict.node.ts';
import { addDataOptions, type DataOptions, keptDataOf } from '../data-options.ts';
import { interruption } from '../interruption.ts';
import { lookAhead, looksAtPlaceFor } from '../look-ahead/look-ahead.ts';
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
      'Reads every image in folders, of children and adults, labelled or not, and writes a CSV file: the path, one column\n' +
        'of calibrated probability for each class, the folder, and the subject where it is known. Images that cannot be\n' +
        'read or show no face are named and left out. Names stand as they are, for programs to join by.',
    )
    .requiredOption('--model <dir>', 'a model folder')
    .requiredOption(
      '--dataset <dir...>',
      'folders of photographs; of one with a manifest.csv, the images that it names',
    )
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
  const { looksAtFolders, looksAtModel } = await import('../look-ahead/looks-at-inputs.ts');
  await lookAhead([
    ...looksAtModel('--model', model),
    ...looksAtFolders(dataset),
    ...looksAtPlaceFor('--csv', csv, 'file'),
    ...looksAtPlaceFor('--data', kept.data, 'folder'),
  ]);
  const { predictDataset } = await import('../../../jobs/predict/predict.node.ts');
  using interrupted = interruption('Stopping.');
  const bar = progressBar('faces', { quiet: json });
  const options = { signal: interrupted.signal, onProgress: bar.update, ...keptDataOf(kept) };
  const found = await predictDataset({ modelDir: model, datasetDirs: dataset }, options).finally(bar.stop);
  await writeFile(csv, csvOf(found, language));
  for (const remark of found.remarks) sayBeside(remark);
  for (const problem of found.problems) sayBeside(`Left out ${problem}`);
  const { modelId, classes, images, problems, remarks } = found;
  if (json) sayJson({ modelId, classes, csv, images: images.length, leftOut: problems.length, problems, remarks });
  else sayResult(`Wrote ${csv}: ${images.length} images by ${modelId}, ${problems.length} left out`);
}

/** Folder and subject stand behind the probabilities, so that the columns of a file of before are where they were. */
function csvOf({ classes, images, probabilities }: Predictions, language: Language): string {
  const k = classes.length;
  const rows = images.map(({ folder, path, subject }, i) => [
    path,
    ...Array.from(probabilities.subarray(i * k, (i + 1) * k), (each) => Number(each.toFixed(DECIMALS))),
    folder,
    subject,
  ]);
  // Joined by path with what others know of the images: a name that begins with = stays as it is.
  return csvFile([['path', ...classes, 'folder', 'subject'], ...rows], {
    dialect: csvDialectOf(language),
    formulas: 'kept',
  });
}
