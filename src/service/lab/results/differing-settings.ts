import { basename } from 'node:path';
import type { ComparedRuns } from '../../../contract/results.ts';
import type { StoredRun } from '../../../core/store/lab/runs.node.ts';
import { trainingJobSchema } from '../../../jobs/train/training-job.ts';

/** What of a job is no setting of the training: where things lie, and what is written on the card. */
const NOT_SETTINGS = new Set([
  'name',
  'datasetDirs',
  'outDir',
  'dataDir',
  'cacheFaces',
  'resume',
  'compareWithDir',
  'compareWithDigest',
  'startFromDir',
  'startFromDigest',
  'exclude',
  'settings',
  'notes',
  'license',
  'testedOn',
  'realChildren',
]);

/** The settings in which runs differ, by their name in the job; what all have alike is left out. */
export function differingSettings(runs: readonly StoredRun[]): ComparedRuns['differing'] {
  const all = runs.map(settingsOf);
  const names = [...new Set(all.flatMap((each) => [...each.keys()]))];
  return names.flatMap((name) => {
    const values = all.map((each) => each.get(name) ?? null);
    return new Set(values).size > 1 ? [{ name, values }] : [];
  });
}

function settingsOf({ job, datasetNames, engine }: StoredRun): Map<string, string> {
  const { settings, exclude, startFromDir, shares, ...rest } = trainingJobSchema.parse(job);
  const entries: [string, unknown][] = [
    ['datasets', datasetNames.join(', ')],
    ['startFrom', startFromDir && basename(startFromDir)],
    ...Object.entries(rest).filter(([name]) => !NOT_SETTINGS.has(name) && name !== 'engine'),
    // The one that computed it, not the one that was asked for.
    ['engine', engine],
    ['shares', `${shares.train} / ${shares.val} / ${shares.test}`],
    // Whom they are is nobody's business here.
    ['excluded', exclude.length],
    ...Object.entries(settings),
  ];
  return new Map(
    entries.flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]],
    ),
  );
}
