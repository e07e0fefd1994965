import type { ModelOrigin, ModelState } from '../../emotion/model.ts';
import { assertOneChanged } from '../assert-changed.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';

/** Where a model is in its life. What the model is stands in its folder: card, config and weights. */
export interface StoredModel {
  readonly id: string;
  readonly version: string;
  readonly state: ModelState;
  readonly origin: ModelOrigin;
  /** Folder that holds it, as given. */
  readonly dir: string;
  readonly createdAtIso: string;
  /** In words, e.g. a user's name. Null until it was first approved. */
  readonly approvedBy: string | null;
  readonly approvedAtIso: string | null;
  /** Its comparison with the model that was in use then; plain data, null if there was none. */
  readonly comparison: unknown;
}

const SELECT = `
  SELECT id, version, state, origin, dir, created_at AS createdAtIso, approved_by AS approvedBy,
         approved_at AS approvedAtIso, comparison_json AS comparisonJson
  FROM models`;

/** Newest first. */
export function listModels(db: ReadableDb): StoredModel[] {
  return db.prepare<[], ModelRow>(`${SELECT} ORDER BY created_at DESC, rowid DESC`).all().map(modelOf);
}

export function findModel(db: ReadableDb, modelId: string): StoredModel | null {
  const row = db.prepare<[string], ModelRow>(`${SELECT} WHERE id = ?`).get(modelId);
  return row ? modelOf(row) : null;
}

/** The one that the next session uses, or null when none was approved yet. */
export function findApprovedModel(db: ReadableDb): StoredModel | null {
  const row = db.prepare<[], ModelRow>(`${SELECT} WHERE state = 'approved'`).get();
  return row ? modelOf(row) : null;
}

/** Enters a model as a candidate. */
export function addModel(
  db: WritableDb,
  model: Pick<StoredModel, 'id' | 'version' | 'origin' | 'dir' | 'createdAtIso' | 'comparison'>,
): { kind: 'added'; model: StoredModel } | { kind: 'id-taken' } {
  return inTransaction(db, () => {
    if (findModel(db, model.id)) return { kind: 'id-taken' };
    const result = db
      .prepare(
        `INSERT INTO models (id, version, state, origin, dir, created_at, comparison_json)
         VALUES (?, ?, 'candidate', ?, ?, ?, ?)`,
      )
      .run(
        model.id,
        model.version,
        model.origin,
        model.dir,
        model.createdAtIso,
        model.comparison === null ? null : JSON.stringify(model.comparison),
      );
    assertOneChanged(result, 'adding a model');
    return { kind: 'added', model: { ...model, state: 'candidate', approvedBy: null, approvedAtIso: null } };
  });
}

/** Puts a model in use and retires the one before it, in one step. The caller has asked the registry whether it may. */
export function approveModel(
  db: WritableDb,
  { modelId, approvedBy, now }: { modelId: string; approvedBy: string; now: Date },
): { kind: 'approved'; model: StoredModel; retiredModelId: string | null } | { kind: 'not-found' } {
  return inTransaction(db, () => {
    const model = findModel(db, modelId);
    if (!model) return { kind: 'not-found' };
    const before = findApprovedModel(db);
    if (before)
      assertOneChanged(db.prepare("UPDATE models SET state = 'retired' WHERE id = ?").run(before.id), 'retiring');
    const approvedAtIso = now.toISOString();
    const result = db
      .prepare("UPDATE models SET state = 'approved', approved_by = ?, approved_at = ? WHERE id = ?")
      .run(approvedBy, approvedAtIso, modelId);
    assertOneChanged(result, 'approving a model');
    return {
      kind: 'approved',
      model: { ...model, state: 'approved', approvedBy, approvedAtIso },
      retiredModelId: before && before.id !== modelId ? before.id : null,
    };
  });
}

type ModelRow = Omit<StoredModel, 'comparison'> & { readonly comparisonJson: string | null };

function modelOf({ comparisonJson, ...row }: ModelRow): StoredModel {
  return { ...row, comparison: comparisonJson === null ? null : JSON.parse(comparisonJson) };
}
