import { randomUUID } from 'node:crypto';
import { assertOneChanged } from '../assert-changed.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import { type RunState, runStateOf, type StoredRunState } from './run-states.ts';

/** One training. */
export interface StoredRun {
  readonly id: string;
  readonly name: string;
  readonly state: RunState;
  readonly learner: string;
  readonly regime: string;
  readonly epochs: number;
  readonly seed: number;
  readonly engine: string;
  readonly datasetNames: string[];
  /** The job as it was given to the trainer: plain data, enough to resume. */
  readonly job: unknown;
  readonly startedAtIso: string;
  /** Name of who started it. */
  readonly startedBy: string;
  /** What went wrong, when failed: the failure as JSON, or a sentence of an earlier version. */
  readonly message: string | null;
  /** Evaluation and comparison as plain data; null until there are any. */
  readonly test: unknown;
  readonly comparison: unknown;
  /** The candidate made from it, if it was proposed. */
  readonly modelId: string | null;
}

/** What may change in a run; what is left out stays. */
export type RunChange = Partial<Pick<StoredRun, 'engine' | 'job' | 'message' | 'test' | 'comparison' | 'modelId'>> & {
  readonly state?: StoredRunState;
};

const SELECT = `
  SELECT runs.id, runs.name, state, learner, regime, epochs, seed, engine, dataset_names_json AS datasetNamesJson,
         job_json AS jobJson, started_at AS startedAtIso, users.name AS startedBy, message, test_json AS testJson,
         comparison_json AS comparisonJson, model_id AS modelId, place, paused
  FROM runs
  JOIN users ON users.id = runs.started_by
  LEFT JOIN run_turns ON run_turns.run_id = runs.id`;

/** Newest first. */
export function listRuns(db: ReadableDb): StoredRun[] {
  return db.prepare<[], RunRow>(`${SELECT} ORDER BY started_at DESC, runs.rowid DESC`).all().map(runOf);
}

export function findRun(db: ReadableDb, runId: string): StoredRun | null {
  const row = db.prepare<[string], RunRow>(`${SELECT} WHERE runs.id = ?`).get(runId);
  return row ? runOf(row) : null;
}

/** The run that a model was made from; null for one that came from elsewhere. */
export function findRunOfModel(db: ReadableDb, modelId: string): StoredRun | null {
  const row = db.prepare<[string], RunRow>(`${SELECT} WHERE model_id = ?`).get(modelId);
  return row ? runOf(row) : null;
}

/**
 * Enters a run as running; one that is to wait is then put into the queue.
 *
 * @param startedBy Id of the user.
 * @param id Given by the caller when the job must name the run's folder; made here otherwise.
 */
export function addRun(
  db: WritableDb,
  {
    now,
    id = randomUUID(),
    ...run
  }: Pick<StoredRun, 'name' | 'learner' | 'regime' | 'epochs' | 'seed' | 'engine' | 'datasetNames' | 'job'> & {
    readonly id?: string;
    readonly startedBy: string;
    readonly now: Date;
  },
): StoredRun {
  return inTransaction(db, () => {
    const result = db
      .prepare(
        `INSERT INTO runs (id, name, state, learner, regime, epochs, seed, engine, dataset_names_json, job_json,
                           started_at, started_by)
         VALUES (@id, @name, 'running', @learner, @regime, @epochs, @seed, @engine, @datasetNames, @job,
                 @startedAt, @startedBy)`,
      )
      .run({
        ...run,
        id,
        datasetNames: JSON.stringify(run.datasetNames),
        job: JSON.stringify(run.job),
        startedAt: now.toISOString(),
      });
    assertOneChanged(result, 'adding a run');
    return existing(db, id);
  });
}

export function updateRun(
  db: WritableDb,
  runId: string,
  change: RunChange,
): { kind: 'updated'; run: StoredRun } | { kind: 'not-found' } {
  return inTransaction(db, () => {
    const run = findRun(db, runId);
    if (!run) return { kind: 'not-found' };
    const next = { ...run, ...change };
    const result = db
      .prepare(
        `UPDATE runs SET state = coalesce(@state, state), engine = @engine, job_json = @job, message = @message, test_json = @test,
                         comparison_json = @comparison, model_id = @modelId
         WHERE id = @id`,
      )
      .run({
        id: runId,
        state: change.state ?? null,
        engine: next.engine,
        job: JSON.stringify(next.job),
        message: next.message,
        test: toJson(next.test),
        comparison: toJson(next.comparison),
        modelId: next.modelId,
      });
    assertOneChanged(result, 'updating a run');
    return { kind: 'updated', run: existing(db, runId) };
  });
}

/**
 * Marks the runs that were running when the program last ended. Call it once after opening.
 *
 * @returns The ids of the runs it marked.
 */
export function interruptRuns(db: WritableDb): string[] {
  db.prepare('DELETE FROM run_turns WHERE place IS NULL').run();
  return db
    .prepare<[], string>("UPDATE runs SET state = 'interrupted' WHERE state = 'running' RETURNING id")
    .pluck()
    .all();
}

/** Adds records to the end of a run's log. */
export function appendRunLog(db: WritableDb, runId: string, records: readonly object[]): void {
  inTransaction(db, () => {
    const insert = db.prepare('INSERT INTO run_log (run_id, record_json) VALUES (?, ?)');
    for (const record of records) insert.run(runId, JSON.stringify(record));
  });
}

/** A run's log records in the order they were added, as plain data. */
export function readRunLog(db: ReadableDb, runId: string): unknown[] {
  return db
    .prepare<[string], string>('SELECT record_json FROM run_log WHERE run_id = ? ORDER BY id')
    .pluck()
    .all(runId)
    .map((json) => JSON.parse(json));
}

function existing(db: ReadableDb, runId: string): StoredRun {
  const run = findRun(db, runId);
  if (!run) throw new Error(`run ${runId} was just written and is not there`);
  return run;
}

interface RunRow extends Omit<StoredRun, 'state' | 'datasetNames' | 'job' | 'test' | 'comparison'> {
  readonly state: StoredRunState;
  readonly place: number | null;
  readonly paused: number | null;
  readonly datasetNamesJson: string;
  readonly jobJson: string;
  readonly testJson: string | null;
  readonly comparisonJson: string | null;
}

function runOf({ datasetNamesJson, jobJson, testJson, comparisonJson, place, paused, ...row }: RunRow): StoredRun {
  return {
    ...row,
    state: runStateOf(row.state, { place, paused, message: row.message }),
    datasetNames: JSON.parse(datasetNamesJson),
    job: JSON.parse(jobJson),
    test: fromJson(testJson),
    comparison: fromJson(comparisonJson),
  };
}

function toJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

function fromJson(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
