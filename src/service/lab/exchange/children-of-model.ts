import type { ModelConfig } from '../../../core/registry/model-config.ts';
import type { StoredModel } from '../../../core/store/lab/models.node.ts';
import { type Child, listChildren } from '../../../core/store/people/children.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { seenBy } from '../../runtime/models/training-consents.ts';

/** Every subject that a model saw: those it was tested on too, since its figures are theirs. */
export function subjectsOf({ split: { subjects } }: Pick<ModelConfig, 'split'>): Set<string> {
  return new Set([...subjects.train, ...subjects.val, ...subjects.test]);
}

/** A model's config, and where it comes from. */
export interface ReadModelConfig {
  readonly config: ModelConfig;
  readonly origin: StoredModel['origin'];
}

/** The children of this site among the subjects of a model; those of another site's are its own. */
export function childrenAmong(db: ReadableDb, { config, origin }: ReadModelConfig, now: Date): Child[] {
  return seenBy(db, { origin }, config, listChildren(db, now));
}
