import { resolve, sep } from 'node:path';
import type { ParsedInput } from '../../../contract/contract.ts';
import { CallError } from '../../../contract/error.ts';
import type { StoredDataset } from '../../../core/store/lab/datasets.node.ts';
import { findApprovedModel } from '../../../core/store/lab/models.node.ts';
import { failure } from '../../../core/words/failure.ts';
import type { TrainingJob } from '../../../jobs/train/training-job.ts';
import { modelDir } from '../../runtime/models/model-dir.ts';
import type { OpenSite, Runtime } from '../../runtime/runtime.ts';
import { freeName } from './free-name.ts';
import { runDir } from './run-folder.ts';
import { datasetDirOf } from './run-pictures.ts';

interface Place {
  readonly runtime: Runtime;
  readonly site: OpenSite;
}

/** What was asked for, as a job. @throws CallError where it is to start from the model in use, and there is none. */
export function jobOf(
  { runtime, site }: Place,
  runId: string,
  { name, learner, regime, epochs, seed, from, minutes, settings, size, engine }: ParsedInput<'runs.start'>,
  datasets: readonly StoredDataset[],
): TrainingJob {
  const shippedDir = resolve(runtime.options.resourcesDir) + sep;
  const onlyDemo = datasets.every(({ dir }) => dir.startsWith(shippedDir));
  return {
    name: freeName(site.db, name),
    learner,
    regime,
    epochs,
    seed,
    settings,
    size,
    engine,
    budgetMinutes: minutes,
    outDir: runDir(site.folder, runId),
    datasetDirs: datasets.map((dataset) => datasetDirOf(site.folder, runId, dataset)),
    dataDir: runtime.options.dataDir,
    ...(from === 'nothing' ? {} : startFrom({ runtime, site })),
    ...comparedWith({ runtime, site }),
    // Only the site can say what its own images show, and there is no place yet where it does.
    testedOn: onlyDemo ? 'rendered faces' : `images of this site (${datasets.map((each) => each.name).join(', ')})`,
  };
}

/** Where weights read no better than the model in use after this many epochs in a row, the run ends. */
const IMPROVE = { epochs: 30, seed: 1, patienceEpochs: 6 } as const;

/**
 * What "improve the model" asks for: the model in use, fine-tuned by cross-entropy with adults as further views where there
 * are any, ended by val, and kept only if it reads val better than its start.
 */
export function improvement(
  { name, datasetIds }: ParsedInput<'runs.improve'>,
  datasets: readonly Pick<StoredDataset, 'adults'>[],
): ParsedInput<'runs.start'> {
  const { epochs, seed, patienceEpochs } = IMPROVE;
  return {
    name,
    datasetIds,
    epochs,
    seed,
    learner: 'cross-entropy',
    regime: datasets.some(({ adults }) => adults > 0) ? 'adults-as-augmentations' : 'children',
    from: 'model-in-use',
    minutes: null,
    size: null,
    engine: null,
    settings: { patienceEpochs, valFloor: 'start' },
  };
}

/** A candidate is weighed against the model that is in use when it starts. */
export function comparedWith({ runtime, site }: Place): Pick<TrainingJob, 'compareWithDir' | 'compareWithDigest'> {
  const approved = findApprovedModel(site.db);
  return {
    compareWithDir: approved ? modelDir(runtime, site, approved) : null,
    compareWithDigest: approved?.digest ?? null,
  };
}

function startFrom(place: Place): Pick<TrainingJob, 'startFromDir' | 'startFromDigest'> {
  const { compareWithDir, compareWithDigest } = comparedWith(place);
  if (!compareWithDir) throw new CallError('conflict', failure('lab.no-model-to-start-from'));
  return { startFromDir: compareWithDir, startFromDigest: compareWithDigest };
}
