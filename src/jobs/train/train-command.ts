import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { SETTING_NAMES, SETTING_OPTIONS } from '../../contract/training-settings/training-settings.ts';
import { type CompleteTrainingJob, trainingJobSchema } from './training-job.ts';

/**
 * The command that gives the same weights again, for the card. What is as usual is left out; folders outside of the
 * current one are named without their path, which is nobody's business.
 */
export function trainingCommand(job: CompleteTrainingJob): string {
  const usual = trainingJobSchema.parse({
    name: job.name,
    datasetDirs: job.datasetDirs,
    learner: job.learner,
    regime: job.regime,
    outDir: job.outDir,
  });
  const { train, val, test } = job.shares;
  const options: [flag: string, value: string, isUsual: boolean][] = [
    ['--size', String(job.size), job.size === usual.size],
    ['--epochs', String(job.epochs), job.epochs === job.settings.maxSteps],
    ['--seed', String(job.seed), false],
    ...SETTING_NAMES.map((name): [string, string, boolean] => {
      const value = job.settings[name];
      return [SETTING_OPTIONS[name].flag, String(value), value === undefined];
    }),
    ['--engine', String(job.engine), job.engine === usual.engine],
    ['--start-from', folder(job.startFromDir ?? ''), job.startFromDir === null],
    ['--label-column', job.labelColumn, job.labelColumn === usual.labelColumn],
    // A card leaves the site, and codes of children do not.
    ['--exclude', `(${job.exclude.length} subjects, not named here)`, job.exclude.length === 0],
    ['--split-seed', String(job.splitSeed), job.splitSeed === usual.splitSeed],
    ['--shares', [train, val, test].join(','), JSON.stringify(job.shares) === JSON.stringify(usual.shares)],
    ['--compare-with', folder(job.compareWithDir ?? ''), job.compareWithDir === null],
    ['--name', job.name, false],
    ['--tested-on', job.testedOn, job.testedOn === usual.testedOn],
    ['--license', job.license ?? '', job.license === null],
  ];
  return [
    'faceward train',
    `--dataset ${job.datasetDirs.map((dir) => quoted(folder(dir))).join(' ')}`,
    `--learner ${job.learner} --regime ${job.regime}`,
    ...options.filter(([, , isUsual]) => !isUsual).map(([flag, value]) => option(flag, value)),
    ...(job.realChildren ? ['--real-children'] : []),
    `--out ${quoted(folder(job.outDir))}`,
  ].join(' ');
}

/** A folder as it may be named to others: from here, or without the way to it. */
export function folder(dir: string): string {
  const fromHere = relative('.', dir) || '.';
  const isElsewhere = fromHere.split(sep)[0] === '..' || isAbsolute(fromHere);
  // the root of a disk has no name
  const name = isElsewhere ? basename(resolve(dir)) || resolve(dir) : fromHere;
  return name.startsWith('-') ? `.${sep}${name}` : name;
}

/** An option and its value; a value that begins with a dash is tied to it, or it would be taken for another option. */
export function option(flag: string, value: string): string {
  return `${flag}${value.startsWith('-') ? '=' : ' '}${quoted(value)}`;
}

/** As a shell takes it for one word. */
export function quoted(text: string): string {
  return /^[\w@%+:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
