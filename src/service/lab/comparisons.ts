import { CallError } from '../../contract/error.ts';
import {
  findApprovedModel,
  findModel,
  type StoredModel,
  setModelComparison,
} from '../../core/store/lab/models.node.ts';
import { findRunOfModel, listRuns, type StoredRun } from '../../core/store/lab/runs.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { type Failure, failure } from '../../core/words/failure.ts';
import { trainingJobSchema } from '../../jobs/train/training-job.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import type { ComparisonEnd } from '../runtime/comparisons/comparisons.ts';
import { modelDir } from '../runtime/models/model-dir.ts';
import { ensureSubjectSecret } from '../runtime/models/subject-secret.ts';
import { recordAction } from '../runtime/record-action.ts';
import { recordByProgram } from '../runtime/record-by-program.ts';
import type { OpenSite, Runtime } from '../runtime/runtime.ts';
import { removePicturesOfRun } from '../runtime/site-folder.ts';
import { reportIncident } from '../runtime/to-call-error.ts';
import { folderConsent } from './datasets/consented-subjects.ts';
import { existingModel } from './models.ts';
import { runDir } from './runs/run-folder.ts';
import { laidOutAt, layOutPictures } from './runs/run-pictures.ts';

/** Comparing a candidate with the model in use now: again, or one from elsewhere for the first time. */
export const comparisonsHandlers: Handlers<'comparisons.list' | 'comparisons.start' | 'comparisons.stop'> = {
  'comparisons.list': ({ runtime }) => runtime.comparisons.list(),

  'comparisons.start'(context, { modelId }) {
    const { db, runtime, site, now, user } = context;
    const model = existingModel(db, modelId);
    if (model.state !== 'candidate')
      throw new CallError('conflict', failure('models.not-a-candidate', { model: modelId }));
    const approved = findApprovedModel(db);
    if (!approved) throw new CallError('conflict', failure('models.nothing-to-compare-with'));
    const { run, lockedBy } = lockedTest(context, model, approved);
    assertNotUnderWay(context, modelId);
    const pictures = `compare-${modelId}`;
    const training = {
      ...laidOutAt(site.folder, trainingJobSchema.parse(run.job), { from: run.id, to: pictures }),
      dataDir: runtime.options.dataDir,
      subjectSecret: ensureSubjectSecret(db),
    };
    const leaveOut = [...folderConsent(db, training.datasetDirs, now).leftOut];
    const childIds = layOutPictures({ db, folder: site.folder, now }, pictures, training);
    const folderOf = (each: StoredModel) => ({ dir: modelDir(runtime, site, each), digest: each.digest });
    const job = { training, lockedBy, leaveOut, model: folderOf(model), reference: folderOf(approved) };
    recordAction(context, 'comparisons.start', `${modelId} with ${approved.id}`);
    runtime.comparisons.start({ modelId, referenceId: approved.id, childIds }, job, {
      onProgress: () => runtime.events.emit('comparisons.changed', {}),
      onEnd(end) {
        removePicturesOfRun(site.folder, pictures);
        const why = entered(runtime, site, { modelId, by: user.name, run, end });
        runtime.events.emit('comparisons.changed', {});
        return why;
      },
    });
    runtime.events.emit('comparisons.changed', {});
    return {};
  },

  'comparisons.stop'(context, { modelId }) {
    if (!context.runtime.comparisons.stop(modelId)) {
      throw new CallError('conflict', failure('models.comparison-not-under-way', { model: modelId }));
    }
    recordAction(context, 'comparisons.stop', modelId);
    return {};
  },
};

interface Ended {
  readonly modelId: string;
  /** Name of who asked for it. */
  readonly by: string;
  /** The run that locked the test images. */
  readonly run: StoredRun;
  readonly end: ComparisonEnd;
}

/** Keeps what was found on the model's record. @returns Why there is nothing to keep, or null. */
function entered(runtime: Runtime, { db }: OpenSite, { modelId, by, run, end }: Ended): Failure | null {
  if (end.kind === 'stopped') return null;
  if (end.kind === 'failed') {
    const incident = reportIncident(runtime, 'a comparison', end.details);
    return end.failure ?? failure('models.comparison-unexpected', { incident });
  }
  const now = runtime.options.now();
  const { comparison, lookCount, elsewhere } = end.output;
  const lockedBy = elsewhere && { run: run.name, ...elsewhere };
  const again = { by, atIso: now.toISOString(), lookCount, ...(lockedBy ? { lockedBy } : {}) };
  inTransaction(db, () => {
    setModelComparison(db, modelId, { ...comparison, again });
    recordByProgram(db, 'comparisons.finish', `${modelId} with ${comparison.referenceModelId}`, now);
  });
  runtime.events.emit('models.changed', {});
  return null;
}

interface LockedTest {
  readonly run: StoredRun;
  /** The model of that run; null where it is the one that is compared. */
  readonly lockedBy: { readonly dir: string; readonly digest: string | null } | null;
}

/**
 * Whose test images a model is compared on: those of its own run. A model from elsewhere has none here; it is compared on
 * those that the run of the model in use has locked, or else the newest finished run: nobody chose them for it.
 *
 * @throws CallError where no run has locked any, saying what is needed.
 */
function lockedTest({ db, runtime, site }: SignedInContext, model: StoredModel, approved: StoredModel): LockedTest {
  const own = findRunOfModel(db, model.id);
  if (own) return { run: own, lockedBy: null };
  if (model.origin === 'trained-here') throw new CallError('conflict', failure('models.no-run', { model: model.id }));
  const run = findRunOfModel(db, approved.id) ?? listRuns(db).find(({ state }) => state === 'finished');
  if (!run) throw new CallError('conflict', failure('models.no-locked-test', { model: model.id }));
  const proposed = run.modelId === null ? null : findModel(db, run.modelId);
  const lockedBy = proposed
    ? { dir: modelDir(runtime, site, proposed), digest: proposed.digest }
    : { dir: runDir(site.folder, run.id), digest: null };
  return { run, lockedBy };
}

function assertNotUnderWay({ runtime }: SignedInContext, modelId: string): void {
  const known = runtime.comparisons.list().find((each) => each.modelId === modelId);
  if (known?.state === 'running') {
    throw new CallError('conflict', failure('models.comparison-under-way', { model: modelId }));
  }
}
