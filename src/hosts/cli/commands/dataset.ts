import { Command, Option } from 'commander';
import type { DatasetCheck } from '../../../core/dataset/check/report.ts';
import {
  type DatasetProblem,
  describeProblem,
  describeRemark,
  folderLabels,
  inFolder,
} from '../../../core/dataset/dataset.ts';
import { GROUPS, type Group } from '../../../core/dataset/faces/face-set.ts';
import { EMOTIONS, type Emotion } from '../../../core/emotion/emotion.ts';
import { englishOf } from '../../../core/words/failure-sentence.ts';
import { addDataOptions, type DataOptions, keptDataOf } from '../data-options.ts';
import { interruption } from '../interruption.ts';
import { lookAhead, looksAtPlaceFor } from '../look-ahead/look-ahead.ts';
import { names } from '../option-values.ts';
import { EXIT_CODES, runCommand } from '../run-command.ts';
import { columns, type Progress, progressBar, sayBeside, sayJson, sayResult } from '../terminal.ts';

interface CheckOptions extends DataOptions {
  group?: Group;
  labelColumn: string;
  secondColumn: string;
  exclude: string[];
  json: boolean;
}

/** This many unusable entries are named; the rest is counted. --json names them all. */
const PROBLEMS_TOLD = 20;

export function datasetCommand(): Command {
  return new Command('dataset').summary('look into folders of images').addCommand(checkCommand().exitOverride());
}

function checkCommand(): Command {
  const command = new Command('check')
    .summary('count what a dataset holds and say what of it matters')
    .description(
      'Opens every image and counts them by group, emotion and age band. Finds broken files, one photograph under two\n' +
        'names or in two splits, subjects with two groups, labels that disagree. Changes nothing.\n' +
        'Exit code 1 when training on the dataset as it is would be wrong.',
    )
    .argument('<dir...>', 'dataset folders, looked at together')
    .option('--label-column <name>', 'column that holds the emotion', 'emotion')
    .option('--second-column <name>', 'labels to compare with, where the dataset has this column', 'label')
    .option('--exclude <ids>', 'subjects to leave out, with commas between them', names, [])
    .addOption(new Option('--group <name>', 'whom all images show, for sets without ages').choices(GROUPS))
    .option('--json', 'everything as one JSON document on stdout', false)
    .addHelpText('after', '\nExample:\n  faceward dataset check resources/demo-cohort')
    .action((dirs: string[], options: CheckOptions) => runCommand(() => check(dirs, options)));
  return addDataOptions(command);
}

async function check(dirs: string[], { json, data, cache, ...read }: CheckOptions): Promise<void> {
  const { looksAtDatasets } = await import('../look-ahead/looks-at-inputs.ts');
  await lookAhead([
    ...looksAtDatasets(dirs, [read.labelColumn], { option: 'folder', group: read.group, exclude: read.exclude }),
    ...looksAtPlaceFor('--data', data, 'folder'),
  ]);
  const { checkDatasetFolders } = await import('../../../jobs/dataset/check-dataset.node.ts');
  using interrupted = interruption('Stopping.');
  const bars = { faces: progressBar('faces', { quiet: json }), copies: progressBar('copies', { quiet: json }) };
  const found = await checkDatasetFolders(
    { datasetDirs: dirs, ...read },
    {
      ...keptDataOf({ data, cache }),
      signal: interrupted.signal,
      onProgress: (what, done, total) => showProgress(bars[what], done, total),
    },
  ).finally(() => {
    bars.faces.stop();
    bars.copies.stop();
  });
  if (json)
    sayJson({
      ...found,
      unusable: found.unusable.map(inEnglish),
      remarks: found.remarks.map((each) => describeRemark(each)),
    });
  else {
    const labels = folderLabels(found.dirs.map((dir) => ({ dir })));
    for (const remark of found.remarks.slice(0, PROBLEMS_TOLD)) sayBeside(describeRemark(inFolder(remark, labels)));
    for (const problem of found.unusable.slice(0, PROBLEMS_TOLD)) {
      sayBeside(`Cannot use ${describeProblem(inFolder(problem, labels))}`);
    }
    if (found.unusable.length > 0) sayBeside(`${found.unusable.length} entries cannot be used in all.`);
    sayResult(readable(found));
  }
  if (found.findings.some(({ kind }) => kind === 'error')) process.exitCode = EXIT_CODES.failed;
}

/** For machines, which have no catalogue, the reason is a sentence. */
function inEnglish({ why, rows, ...problem }: DatasetProblem) {
  return { ...problem, ...(rows === undefined ? {} : { rows }), reason: englishOf(why) };
}

function showProgress(bar: Progress, done: number, total: number): void {
  bar.update(done, total);
  if (done === total) bar.stop();
}

function readable(found: DatasetCheck): string {
  const { names: datasets, images, subjects, subjectsKnown, imagesPerSubject, byGroup, byAgeBand } = found;
  const who = subjectsKnown
    ? `${subjects.child} children and ${subjects.adult} adults`
    : 'unknown people, each image counted as its own';
  const each = imagesPerSubject
    ? `, ${imagesPerSubject.least} to ${imagesPerSubject.most} each (median ${imagesPerSubject.median})`
    : '';
  return [
    `${datasets.join(' + ')}: ${images} images of ${who}${each}`,
    columns({
      header: ['group', ...EMOTIONS, 'all'],
      rows: (['child', 'adult'] as const).map((group) => [group, ...cells(byGroup[group])]),
    }),
    columns({
      header: ['age', 'subjects', ...EMOTIONS, 'all'],
      rows: byAgeBand.map(({ group, band, subjects: people, images: counts }) => [
        `${group} ${band}`,
        String(people),
        ...cells(counts),
      ]),
    }),
    measuresOf(found).join('\n'),
    found.findings.length === 0 ? 'Nothing stands against training on it.' : findingLines(found),
  ].join('\n\n');
}

function measuresOf({ duplicates, columns: agreement, annotators, split }: DatasetCheck): string[] {
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  return [
    `Pairs that look like one photograph: ${duplicates.withinSubjects.length} within subjects, ${duplicates.acrossSubjects.length} across`,
    ...(agreement
      ? [
          `Column "${agreement.column}" differs in ${agreement.different} of ${agreement.images} images (${share(agreement.different, agreement.images)})`,
        ]
      : []),
    ...(annotators
      ? [
          `Annotators: the most frequent emotion has ${share(annotators.meanTopShare, 1)} of the votes in the mean of ${annotators.images} images`,
        ]
      : []),
    ...(split
      ? [
          `Split of its own: ${Object.entries(split.images)
            .map(([name, n]) => `${name} ${n}`)
            .join(', ')}`,
        ]
      : []),
  ];
}

function findingLines({ findings }: DatasetCheck): string {
  const words = { error: 'WRONG', warning: 'Mind', note: 'Know' };
  return findings.map(({ kind, text }) => `${words[kind].padEnd(5)}  ${text}`).join('\n');
}

function cells(counts: Readonly<Record<Emotion, number>>): string[] {
  const each = EMOTIONS.map((emotion) => counts[emotion]);
  return [...each, each.reduce((sum, n) => sum + n, 0)].map(String);
}
