import { CallError } from '../../contract/error.ts';
import { approvalExceptionSchema, type Model, modelComparisonSchema } from '../../contract/models.ts';
import { shownOnChildren } from '../../core/evaluation/on-children/shown-on-children.ts';
import { lifeText } from '../../core/registry/approval/life-text.ts';
import { readModel } from '../../core/registry/model-folder.node.ts';
import { ModelFolderError } from '../../core/registry/model-folder-error.ts';
import { listDecisions } from '../../core/store/lab/model-decisions.node.ts';
import { findModel, listModels, type StoredModel } from '../../core/store/lab/models.node.ts';
import { findRun, findRunOfModel, updateRun } from '../../core/store/lab/runs.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';
import { type Failure, failure } from '../../core/words/failure.ts';
import { failureOf } from '../../core/words/failure-error.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { marksOf } from '../runtime/models/model-marks.ts';
import { type EndedTraining, endedTraining } from '../runtime/models/training-consents.ts';
import { recordAction } from '../runtime/record-action.ts';
import type { OpenSite, Runtime } from '../runtime/runtime.ts';
import { addCandidate } from './add-candidate.ts';
import { readStoredModel } from './model-folder.ts';
import { describeRun } from './runs/describe-run.ts';
import { existingRun } from './runs/existing-run.ts';
import { runDir } from './runs/run-folder.ts';

type ModelsMethod = 'models.list' | 'models.faults' | 'models.card' | 'models.files' | 'models.propose';

/** Models, and how a run becomes a candidate. What becomes of that is in approvals.ts. */
export const modelsHandlers: Handlers<ModelsMethod> = {
  async 'models.list'({ db, runtime, site }) {
    const models = await describeAll(runtime, site, listModels(db));
    return models.flatMap(({ model }) => (model ? [model] : []));
  },

  async 'models.faults'({ db, runtime, site }) {
    const models = await describeAll(runtime, site, listModels(db));
    return models.flatMap(({ id, state, fault }) => (fault ? [{ id, state, fault }] : []));
  },

  async 'models.card'({ db, runtime, site }, { modelId }) {
    const stored = existingModel(db, modelId);
    const { card } = await readStoredModel(runtime, site, stored);
    const { comparison, decisions, endedConsents } = await describeModel(runtime, site, stored);
    const life = { exception: exceptionOf(stored), decisions, comparison, endedConsents };
    return { markdown: card + lifeText(life) };
  },

  async 'models.files'({ db, runtime, site }, { modelId }) {
    const { configJson, weights } = await readStoredModel(runtime, site, existingModel(db, modelId));
    return { configJson, weights };
  },

  async 'models.propose'(context, { runId }) {
    const { db, runtime, site } = context;
    const run = existingRun(db, runId);
    if (run.state !== 'finished') {
      throw new CallError('conflict', failure('lab.run-not-finished', { state: run.state }));
    }
    if (run.modelId !== null) throw new CallError('conflict', failure('lab.run-proposed', { model: run.modelId }));
    const { config } = await readModel(runDir(site.folder, runId));
    const stored = await addCandidate(context, {
      from: runDir(site.folder, runId),
      config,
      alongside({ id }) {
        updateRun(db, runId, { modelId: id });
        recordAction(context, 'models.propose', id);
      },
    });
    runtime.events.emit('runs.changed', { run: describeRun(findRun(db, runId)!) });
    return describeModel(runtime, site, stored);
  },
};

/** A model as the screens show it: what the store knows of its life, and what its own folder says of it. */
export async function describeModel(
  runtime: Runtime,
  site: OpenSite,
  stored: StoredModel,
  ended: readonly EndedTraining[] = endedTraining(site.db, runtime.options.now()),
): Promise<Model> {
  const { config, digest } = await readStoredModel(runtime, site, stored);
  const { id, version, state, origin, createdAtIso, approvedBy, approvedAtIso } = stored;
  return {
    id,
    version,
    state,
    origin,
    createdAtIso,
    approvedBy,
    approvedAtIso,
    approvalException: exceptionOf(stored),
    digest,
    learner: config.learner,
    regime: config.regime,
    classes: config.classes,
    // A model of an earlier version calls every emotion validated that enough images show, found or not.
    classesValidatedOnChildren:
      config.tests.length === 0
        ? config.classesValidatedOnChildren
        : shownOnChildren(config.tests, config.classesValidatedOnChildren),
    threshold: config.threshold,
    distress: config.distress,
    test: config.test,
    testedOn: config.testedOn,
    tests: config.tests,
    comparison: modelComparisonSchema.nullable().parse(stored.comparison),
    endedConsents: marksOf(runtime, site, { model: stored, config }, ended),
    decisions: listDecisions(site.db, id),
    runId: findRunOfModel(site.db, id)?.id ?? null,
  };
}

interface DescribedModel extends Pick<StoredModel, 'id' | 'state'> {
  readonly model: Model | null;
  /** Why there is none. */
  readonly fault: Failure | null;
}

/** One model whose folder is gone, broken or another's must not hide the others; the terminal is told which. */
async function describeAll(runtime: Runtime, site: OpenSite, all: readonly StoredModel[]): Promise<DescribedModel[]> {
  const ended = endedTraining(site.db, runtime.options.now());
  return await Promise.all(
    all.map(async (stored) => {
      const { id, state } = stored;
      try {
        return { id, state, model: await describeModel(runtime, site, stored, ended), fault: null };
      } catch (error) {
        if (!(error instanceof ModelFolderError)) throw error;
        runtime.options.log(`Model ${id} is left out of the list: ${error.message}`);
        return { id, state, model: null, fault: failureOf(error) };
      }
    }),
  );
}

function exceptionOf({ approvalException }: StoredModel): Model['approvalException'] {
  return approvalExceptionSchema.nullable().parse(approvalException);
}

/** @throws CallError if there is none. */
export function existingModel(db: ReadableDb, modelId: string): StoredModel {
  const model = findModel(db, modelId);
  if (!model) throw new CallError('not-found', failure('models.not-there'));
  return model;
}
