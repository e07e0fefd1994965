import type { ModelDecision } from '../../emotion/model.ts';
import { assertOneChanged } from '../assert-changed.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';

/** What somebody decided of a model, and why. */
export interface StoredDecision {
  readonly kind: ModelDecision;
  readonly reason: string;
  /** Name of who decided. */
  readonly by: string;
  readonly atIso: string;
}

/** What was decided of a model, newest first. */
export function listDecisions(db: ReadableDb, modelId: string): StoredDecision[] {
  return db
    .prepare<[string], StoredDecision>(
      `SELECT kind, reason, users.name AS by, at AS atIso
       FROM model_decisions JOIN users ON users.id = by_user
       WHERE model_id = ? ORDER BY model_decisions.id DESC`,
    )
    .all(modelId);
}

interface Decided {
  readonly modelId: string;
  readonly reason: string;
  /** Id of the user. */
  readonly byUser: string;
  readonly now: Date;
}

/** Keeps a decision and its reason beside a model. */
export function addDecision(
  db: WritableDb,
  { kind, modelId, reason, byUser, now }: Decided & { readonly kind: ModelDecision },
): void {
  const result = db
    .prepare('INSERT INTO model_decisions (model_id, kind, reason, by_user, at) VALUES (?, ?, ?, ?, ?)')
    .run(modelId, kind, reason, byUser, now.toISOString());
  assertOneChanged(result, 'keeping a decision');
}

/** Marks a candidate as not to be used. @returns Not a candidate: one in use, retired or rejected before. */
export function rejectModel(db: WritableDb, decided: Decided): { kind: 'rejected' } | { kind: 'not-a-candidate' } {
  return inTransaction(db, () => {
    const { changes } = db
      .prepare("UPDATE models SET rejected_at = ? WHERE id = ? AND state = 'candidate' AND rejected_at IS NULL")
      .run(decided.now.toISOString(), decided.modelId);
    if (changes !== 1) return { kind: 'not-a-candidate' };
    addDecision(db, { ...decided, kind: 'rejected' });
    return { kind: 'rejected' };
  });
}

/** Makes a rejected model a candidate again. */
export function reconsiderModel(db: WritableDb, decided: Decided): { kind: 'candidate' } | { kind: 'not-rejected' } {
  return inTransaction(db, () => {
    const { changes } = db
      .prepare('UPDATE models SET rejected_at = NULL WHERE id = ? AND rejected_at IS NOT NULL')
      .run(decided.modelId);
    if (changes !== 1) return { kind: 'not-rejected' };
    addDecision(db, { ...decided, kind: 'reconsidered' });
    return { kind: 'candidate' };
  });
}
