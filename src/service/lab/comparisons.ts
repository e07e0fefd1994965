import { CallError } from '../../contract/error.ts';
import { findApprovedModel, setModelComparison } from '../../core/store/lab/models.node.ts';
import { findRunOfModel } from '../../core/store/lab/runs.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { type Failure, failure } from '../../core/words/failure.ts';
import { trainingJobSchema } from '../../jobs/train/training-job.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import type { ComparisonEnd } from '../runtime/comparisons/launch-comparison.ts';
import { modelDir } from '../runtime/models/model-dir.ts';
import { ensureSubjectSecret } from '../runtime/models/subject-secret.ts';
import { recordAction, recordByProgram } from '../runtime/record-action.ts';
import type { OpenSite, Runtime } from '../runtime/runtime.ts';
import { removePicturesOfRun } from '../runtime/site-folder.ts';
import { reportIncident } from '../runtime/to-call-error.ts';
import { existingModel } from './models.ts';
import { layOutPictures } from './runs/run-pictures.ts';

/** Comparing a candidate again with the model in use now. */
export const comparisonsHandlers: Handlers<'comparisons.list' | 'comparisons.start' | 'comparisons.stop'> = {
  'comparisons.list': ({ runtime }) => runtime.comparisons.list(),

  'comparisons.start'(context, { modelId }) {
    const { db, runtime, site, now, user } = context;
    const model = existingModel(db, modelId);
    if (model.state !== 'candidate')
      throw new CallError('conflict', failure('models.not-a-candidate', { model: modelId }));
    const approved = findApprovedModel(db);
    if (!approved) throw new CallError('conflict', failure('models.nothing-to-compare-with'));
    const run = findRunOfModel(db, modelId);
    if (!run) throw new CallError('conflict', failure('models.no-run', { model: modelId }));
    assertNotUnderWay(context, modelId);
    const training = {
      ...trainingJobSchema.parse(run.job),
      dataDir: runtime.options.dataDir,
      subjectSecret: ensureSubjectSecret(db),
    };
    const childIds = layOutPictures({ db, folder: site.folder, now }, run.id, training);
    const job = {
      training,
      modelDir: modelDir(runtime, site, model),
      modelDigest: model.digest,
      referenceDir: modelDir(runtime, site, approved),
      referenceDigest: approved.digest,
    };
    recordAction(context, 'comparisons.start', `${modelId} with ${approved.id}`);
    runtime.comparisons.start({ modelId, referenceId: approved.id, childIds }, job, {
      onProgress: () => runtime.events.emit('comparisons.changed', {}),
      onEnd(end) {
        removePicturesOfRun(site.folder, run.id);
        const why = entered(runtime, site, { modelId, by: user.name, end });
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
  readonly end: ComparisonEnd;
}

/** Keeps what was found on the model's record. @returns Why there is nothing to keep, or null. */
function entered(runtime: Runtime, { db }: OpenSite, { modelId, by, end }: Ended): Failure | null {
  if (end.kind === 'stopped') return null;
  if (end.kind === 'failed') {
    const incident = reportIncident(runtime, 'a comparison', end.details);
    return end.failure ?? failure('models.comparison-unexpected', { incident });
  }
  const now = runtime.options.now();
  const { comparison, lookCount } = end.found;
  inTransaction(db, () => {
    setModelComparison(db, modelId, { ...comparison, again: { by, atIso: now.toISOString(), lookCount } });
    recordByProgram(db, 'comparisons.finish', `${modelId} with ${comparison.referenceModelId}`, now);
  });
  runtime.events.emit('models.changed', {});
  return null;
}

function assertNotUnderWay({ runtime }: SignedInContext, modelId: string): void {
  const known = runtime.comparisons.list().find((each) => each.modelId === modelId);
  if (known?.state === 'running') {
    throw new CallError('conflict', failure('models.comparison-under-way', { model: modelId }));
  }
}
