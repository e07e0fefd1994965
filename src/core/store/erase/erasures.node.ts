import { assertOneChanged } from '../assert-changed.node.ts';
import type { ReadableDb, WritableDb } from '../store.node.ts';
import type { ErasedWhole } from './erase-plan.ts';
import { type Held, heldSchema } from './held.ts';

type ErasureState = 'held' | 'erased' | 'undone';

/** An erasure that was asked for. */
export interface StoredErasure {
  readonly id: string;
  readonly what: ErasedWhole | 'user';
  readonly ofId: string;
  readonly pseudonym: string;
  readonly state: ErasureState;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAtIso: string;
  readonly dueAtIso: string | null;
  readonly endedAtIso: string | null;
  readonly models: readonly {
    readonly id: string;
    readonly state: string;
    readonly through?: string | null | undefined;
  }[];
  /** What its receipt will say, while it waits; null once it does not. */
  readonly held: Held | null;
  /** The receipt as text; null before it is erased. */
  readonly receipt: string | null;
}

const SELECT = `
  SELECT id, what, of_id AS ofId, pseudonym, state, reason, asked_by AS askedBy, asked_at AS askedAtIso, due_at AS dueAtIso,
         ended_at AS endedAtIso, models_json AS modelsJson, held_json AS heldJson, receipt_json AS receipt
  FROM erasures`;

/** Newest first. */
export function listErasures(db: ReadableDb): StoredErasure[] {
  return db.prepare<[], ErasureRow>(`${SELECT} ORDER BY asked_at DESC, rowid DESC`).all().map(erasureOf);
}

export function findErasure(db: ReadableDb, id: string): StoredErasure | null {
  const row = db.prepare<[string], ErasureRow>(`${SELECT} WHERE id = ?`).get(id);
  return row ? erasureOf(row) : null;
}

/** Children who were erased and with whom a model was made, as far as their erasures tell. */
export function erasedChildrenOf(
  db: ReadableDb,
  modelId: string,
): Pick<StoredErasure, 'ofId' | 'pseudonym' | 'askedAtIso' | 'models'>[] {
  return listErasures(db).filter(
    ({ what, state, models }) => what === 'child' && state !== 'undone' && models.some(({ id }) => id === modelId),
  );
}

export function addErasure(db: WritableDb, { models, held, ...erasure }: StoredErasure): void {
  const result = db
    .prepare(
      `INSERT INTO erasures (id, what, of_id, pseudonym, state, reason, asked_by, asked_at, due_at, ended_at, models_json,
                             held_json, receipt_json)
       VALUES (@id, @what, @ofId, @pseudonym, @state, @reason, @askedBy, @askedAtIso, @dueAtIso, @endedAtIso, @models,
               @held, @receipt)`,
    )
    .run({ ...erasure, models: JSON.stringify(models), held: held === null ? null : JSON.stringify(held) });
  assertOneChanged(result, 'noting an erasure');
}

/** Erasures that wait, the first that is due first. */
export function listHeld(db: ReadableDb): HeldErasure[] {
  return db
    .prepare<[], ErasureRow>(`${SELECT} WHERE state = 'held' ORDER BY due_at, rowid`)
    .all()
    .map((row) => erasureOf(row) as HeldErasure);
}

/** An erasure that waits: its rows are held. */
export interface HeldErasure extends StoredErasure {
  readonly held: Held;
  readonly dueAtIso: string;
}

/** Ends the waiting of one, by erasing it or by putting it back. */
export function endHeld(
  db: WritableDb,
  erasureId: string,
  { state, receipt, now }: Pick<StoredErasure, 'receipt'> & { readonly state: 'erased' | 'undone'; readonly now: Date },
): void {
  const result = db
    .prepare(
      `UPDATE erasures SET state = @state, ended_at = @now, held_json = NULL, receipt_json = @receipt
       WHERE id = @erasureId AND state = 'held'`,
    )
    .run({ erasureId, state, receipt, now: now.toISOString() });
  assertOneChanged(result, 'ending an erasure that waited');
}

interface ErasureRow extends Omit<StoredErasure, 'models' | 'held'> {
  readonly modelsJson: string;
  readonly heldJson: string | null;
}

function erasureOf({ modelsJson, heldJson, ...row }: ErasureRow): StoredErasure {
  return {
    ...row,
    models: JSON.parse(modelsJson),
    held: heldJson === null ? null : heldSchema.parse(JSON.parse(heldJson)),
  };
}
