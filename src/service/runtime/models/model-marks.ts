import type { ModelConfig } from '../../../core/registry/model-config.ts';
import { startOfModel } from '../../../core/registry/start-of-model.ts';
import { findModel, listModels, type StoredModel } from '../../../core/store/lab/models.node.ts';
import { recordByProgram } from '../record-by-program.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { configOf, type EndedTraining, endedTraining, erasedOf, seenBy } from './training-consents.ts';

/**
 * Weights remember whom they were fitted on, and so do those that went on from them: a model is marked with whom it saw itself, and with
 * whom the models saw that it is built on.
 */

/** A child of a model who may not be trained on any more. */
export interface ModelMark extends EndedTraining {
  /** The model that saw the child, where this one is only built on it; null where it saw the child itself. */
  readonly through: string | null;
}

/** A model that was made with a child, itself or by what it is built on. */
interface MadeModel extends Pick<StoredModel, 'id' | 'state'> {
  readonly through: string | null;
}

/** Longer chains of models that go on from each other are not followed. */
const MOST_ANCESTORS = 20;

/** Each child once, as the nearest model has it. */
export function marksOf(
  runtime: Runtime,
  site: OpenSite,
  { model, config }: { readonly model: StoredModel; readonly config: ModelConfig },
  ended: readonly EndedTraining[] = endedTraining(site.db, runtime.options.now()),
): ModelMark[] {
  const marks = new Map<string, ModelMark>();
  for (const each of lineOf(runtime, site, { model, config })) {
    const seen = each.config ? seenBy(site.db, each.model, each.config, ended) : [];
    const erased = erasedOf(site.db, each.model);
    for (const child of [...seen.map((own) => ({ ...own, through: null })), ...erased]) {
      if (marks.has(child.childId)) continue;
      const isOwn = each.model.id === model.id;
      marks.set(child.childId, { ...child, through: child.through ?? (isOwn ? null : each.model.id) });
    }
  }
  return [...marks.values()];
}

/** The models that were made with one of these children, whatever holds for them today; one whose folder cannot be read is not among them. */
export function modelsMadeWith(
  runtime: Runtime,
  site: OpenSite,
  children: readonly Pick<EndedTraining, 'code'>[],
): MadeModel[] {
  return listModels(site.db).flatMap((model) => {
    const own = configOf(runtime, site, model);
    const line = own ? lineOf(runtime, site, { model, config: own }) : [];
    const saw = line.find((each) => each.config && seenBy(site.db, each.model, each.config, children).length > 0);
    if (!saw) return [];
    return [{ id: model.id, state: model.state, through: saw.model.id === model.id ? null : saw.model.id }];
  });
}

/** Enters into the log which models were made with a child whose consent to training has ended. */
export function recordModelsWith(runtime: Runtime, site: OpenSite, { childId }: { readonly childId: string }): void {
  const now = runtime.options.now();
  const ended = endedTraining(site.db, now).filter((each) => each.childId === childId);
  for (const { id } of modelsMadeWith(runtime, site, ended)) {
    recordByProgram(site.db, 'models.consentEnded', `${id}: ${childId}`, now);
  }
}

/** A model and those that it is built on, the nearest first; without its config one that cannot be read, where the line ends. */
function lineOf(
  runtime: Runtime,
  site: OpenSite,
  first: { readonly model: StoredModel; readonly config: ModelConfig | null },
) {
  const line = [first];
  while (line.length <= MOST_ANCESTORS) {
    const { config } = line.at(-1)!;
    const startId = config && startOfModel(config);
    const model = startId === null ? null : findModel(site.db, startId);
    if (!model || line.some((each) => each.model.id === model.id)) break;
    line.push({ model, config: configOf(runtime, site, model) });
  }
  return line;
}
