import type { ModelConfig } from '../../../core/registry/model-config.ts';
import { subjectDigest } from '../../../core/registry/subject-digest.node.ts';
import { type Child, listChildren } from '../../../core/store/people/children.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';

/** Every subject that a model saw: those it was tested on too, since its figures are theirs. */
export function subjectsOf({ split: { subjects } }: Pick<ModelConfig, 'split'>): Set<string> {
  return new Set([...subjects.train, ...subjects.val, ...subjects.test]);
}

/** The children of this site among the subjects of a model that was made here. */
export function childrenAmong(db: ReadableDb, subjects: ReadonlySet<string>, now: Date): Child[] {
  return listChildren(db, now).filter(({ code }) => subjects.has(subjectDigest(code)));
}
