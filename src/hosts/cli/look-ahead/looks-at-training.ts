import { trainingConfig } from '../../../core/training/training-config.ts';
import { choiceOf, readStart } from '../../../jobs/train/start-from.node.ts';
import { type TrainingJob, trainingJobSchema } from '../../../jobs/train/training-job.ts';
import { type Look, looksAtPlaceFor } from './look-ahead.ts';
import { looksAtDatasets, looksAtModel } from './looks-at-inputs.ts';

/** All of a training that can be known to be wrong before an engine is chosen and faces are looked for. */
export function looksAtTraining(job: TrainingJob, logDir: string | undefined): readonly Look[] {
  const { datasetDirs, labelColumn = 'emotion', exclude, startFromDir, compareWithDir, outDir, dataDir } = job;
  return [
    ...looksAtDatasets(datasetDirs, ['emotion', labelColumn], { exclude }),
    ...looksAtModel('--start-from', startFromDir),
    ...looksAtModel('--compare-with', compareWithDir),
    ...looksAtPlaceFor('--out', outDir, 'folder'),
    ...looksAtPlaceFor('--log-dir', logDir, 'folder'),
    ...looksAtPlaceFor('--data', dataDir, 'folder'),
    ['settings', () => requireSettings(job)],
  ];
}

/** @throws RangeError for settings that do not go together. */
async function requireSettings(job: TrainingJob): Promise<void> {
  // A folder that cannot be read is told on its own.
  const start = await readStart(job.startFromDir ?? null).catch(() => null);
  trainingConfig(choiceOf(trainingJobSchema.parse(job), start));
}
