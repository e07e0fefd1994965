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
  /** What it was approved in spite of, by whom and when, as plain data; null where every condition was met. */
  readonly approvalException: unknown;
  /** SHA-256 of its files as they were entered; null for a model of an earlier version that was not read since. */
  readonly digest: string | null;
}

const SELECT = `
  SELECT id, version, state, CASE WHEN id IN (SELECT model_id FROM model_imports) THEN 'imported' ELSE origin END AS origin, dir, created_at AS createdAtIso, approved_by AS approvedBy,
         approved_at AS approvedAtIso, comparison_json AS comparisonJson,
         approval_exception_json AS approvalExceptionJson, digest
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

/** Who trained the model here and who proposed it, each once; nobody for one that came with the program. */
export function listMakers(db: ReadableDb, modelId: string): { id: string; name: string }[] {
  return db
    .prepare<[string, string], { id: string; name: string }>(
      `SELECT id, name FROM users
       WHERE id IN (SELECT started_by FROM runs WHERE model_id = ? UNION SELECT proposed_by FROM models WHERE id = ?)
       ORDER BY name`,
    )
    .all(modelId, modelId);
}

/**
 * Enters a model as a candidate.
 *
 * @param proposedBy Id of the user; left out for a model that nobody here proposed.
 */
export function addModel(
  db: WritableDb,
  {
    proposedBy = null,
    ...model
  }: Pick<StoredModel, 'id' | 'version' | 'origin' | 'dir' | 'createdAtIso' | 'comparison' | 'digest'> & {
    readonly proposedBy?: string | null;
  },
): { kind: 'added'; model: StoredModel } | { kind: 'id-taken' } {
  return inTransaction(db, () => {
    if (findModel(db, model.id)) return { kind: 'id-taken' };
    const result = db
      .prepare(
        `INSERT INTO models (id, version, state, origin, dir, created_at, comparison_json, proposed_by,
                             digest)
         VALUES (?, ?, 'candidate', ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        model.id,
        model.version,
        // The column was made for two words; a row of model_imports says the third.
        model.origin === 'imported' ? 'trained-here' : model.origin,
        model.dir,
        model.createdAtIso,
        model.comparison === null ? null : JSON.stringify(model.comparison),
        proposedBy,
        model.digest,
      );
    assertOneChanged(result, 'adding a model');
    const unapproved = { approvedBy: null, approvedAtIso: null, approvalException: null };
    return { kind: 'added', model: { ...model, state: 'candidate', ...unapproved } };
  });
}

/**
 * Enters what a model's files are: of one that was entered without, or of one that came with the program and that another
 * version of the program brings in another version.
 */
export function setModelDigest(
  db: WritableDb,
  { id, version, digest }: Pick<StoredModel, 'id' | 'version'> & { readonly digest: string },
): void {
  const result = db.prepare('UPDATE models SET version = ?, digest = ? WHERE id = ?').run(version, digest, id);
  assertOneChanged(result, 'entering the digest of a model');
}

/**
 * Puts a model in use and retires the one before it, in one step. The caller has asked the registry whether it may.
 *
 * @param exception What it is approved in spite of, as plain data. One of an earlier approval stays on the record.
 */
export function approveModel(
  db: WritableDb,
  {
    modelId,
    approvedBy,
    exception = null,
    now,
  }: { modelId: string; approvedBy: string; exception?: object | null; now: Date },
): { kind: 'approved'; model: StoredModel; retiredModelId: string | null } | { kind: 'not-found' } {
  return inTransaction(db, () => {
    const model = findModel(db, modelId);
    if (!model) return { kind: 'not-found' };
    const before = findApprovedModel(db);
    if (before)
      assertOneChanged(db.prepare("UPDATE models SET state = 'retired' WHERE id = ?").run(before.id), 'retiring');
    const approvedAtIso = now.toISOString();
    const approvalException = exception
      ? { ...exception, by: approvedBy, atIso: approvedAtIso }
      : model.approvalException;
    const result = db
      .prepare(
        `UPDATE models SET state = 'approved', approved_by = ?, approved_at = ?, approval_exception_json = ?
         WHERE id = ?`,
      )
      .run(approvedBy, approvedAtIso, approvalException === null ? null : JSON.stringify(approvalException), modelId);
    assertOneChanged(result, 'approving a model');
    return {
      kind: 'approved',
      model: { ...model, state: 'approved', approvedBy, approvedAtIso, approvalException },
      retiredModelId: before && before.id !== modelId ? before.id : null,
    };
  });
}

interface ModelRow extends Omit<StoredModel, 'comparison' | 'approvalException'> {
  readonly comparisonJson: string | null;
  readonly approvalExceptionJson: string | null;
}

function modelOf({ comparisonJson, approvalExceptionJson, ...row }: ModelRow): StoredModel {
  return {
    ...row,
    comparison: comparisonJson === null ? null : JSON.parse(comparisonJson),
    approvalException: approvalExceptionJson === null ? null : JSON.parse(approvalExceptionJson),
  };
}
