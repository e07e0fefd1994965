import { listDatasets } from '../../../core/store/lab/datasets.node.ts';
import type { StoredRun } from '../../../core/store/lab/runs.node.ts';
import { trainingJobSchema } from '../../../jobs/train/training-job.ts';
import type { OpenSite, Runtime } from '../../runtime/runtime.ts';
import { datasetDirOf } from './run-pictures.ts';

/** What a run in the queue waits for: the faces of its datasets, which are being found, or its turn; null for any other. */
export function waitOf(runtime: Runtime, site: OpenSite, run: StoredRun): 'faces' | 'turn' | null {
  if (run.state !== 'queued') return null;
  return waitsForFaces(runtime, site, run) ? 'faces' : 'turn';
}

/**
 * Whether faces of a run's images are still being found. A training has the machine for itself, so that it would end the
 * finding, and find them a second time, unseen.
 */
export function waitsForFaces({ indexRuns }: Runtime, { db, folder }: OpenSite, run: StoredRun): boolean {
  const { datasetDirs } = trainingJobSchema.parse(run.job);
  return listDatasets(db).some(
    (each) => datasetDirs.includes(datasetDirOf(folder, run.id, each)) && indexRuns.isFindingFaces(db, each.id),
  );
}
