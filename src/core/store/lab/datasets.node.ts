import { randomUUID } from 'node:crypto';
import type { Emotion } from '../../emotion/emotion.ts';
import { assertOneChanged } from '../assert-changed.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';

/**
 * A folder of images on this machine, as it was counted when it was added; or pictures kept in the store, whose counts are
 * all 0 here, since what consent covers changes by the day.
 */
export interface StoredDataset {
  readonly id: string;
  readonly kind: 'folder' | 'kept-pictures';
  readonly name: string;
  /** Of a dataset of kept pictures no folder, but a name that is no other's. */
  readonly dir: string;
  readonly images: number;
  readonly children: number;
  readonly adults: number;
  readonly imagesByEmotion: Record<Emotion, number>;
  readonly subjectsKnown: boolean;
  /** What was left out, possibly not all, as plain data; sentences of an earlier version among it. */
  readonly problems: readonly unknown[];
  readonly problemCount: number;
  /** What somebody said of its images, as plain data; null for nothing. */
  readonly statement: unknown;
}

export function listDatasets(db: ReadableDb): StoredDataset[] {
  return db.prepare<[], DatasetRow>('SELECT * FROM datasets ORDER BY name, rowid').all().map(datasetOf);
}

export function findDataset(db: ReadableDb, datasetId: string): StoredDataset | null {
  const row = db.prepare<[string], DatasetRow>('SELECT * FROM datasets WHERE id = ?').get(datasetId);
  return row ? datasetOf(row) : null;
}

export type NewDataset = Omit<StoredDataset, 'id' | 'kind' | 'statement'> & Partial<Pick<StoredDataset, 'statement'>>;

/** Remembers a folder of images. A folder that is known already is counted anew and keeps its id. */
export function addDataset(db: WritableDb, dataset: NewDataset): StoredDataset {
  return inTransaction(db, () => {
    const row = db
      .prepare<[Record<string, string | number | null>], DatasetRow>(
        `INSERT INTO datasets (id, name, dir, images, children, adults, images_by_emotion_json,
                               subjects_known, problems_json, problem_count, statement_json)
         VALUES (@id, @name, @dir, @images, @children, @adults, @imagesByEmotion,
                 @subjectsKnown, @problems, @problemCount, @statement)
         ON CONFLICT (dir) DO UPDATE SET
           name = excluded.name, images = excluded.images, children = excluded.children, adults = excluded.adults,
           images_by_emotion_json = excluded.images_by_emotion_json, subjects_known = excluded.subjects_known,
           problems_json = excluded.problems_json, problem_count = excluded.problem_count,
           statement_json = ifnull(excluded.statement_json, statement_json), check_json = NULL
         RETURNING *`,
      )
      .get({
        ...dataset,
        id: randomUUID(),
        imagesByEmotion: JSON.stringify(dataset.imagesByEmotion),
        subjectsKnown: Number(dataset.subjectsKnown),
        problems: JSON.stringify(dataset.problems),
        statement: statementJson(dataset.statement ?? null),
      });
    if (!row) throw new Error(`dataset ${dataset.dir} was just written and is not there`);
    return datasetOf(row);
  });
}

/** Keeps what somebody says of a dataset's images; what a check found of them before does not hold any more. */
export function stateDataset(db: WritableDb, datasetId: string, statement: unknown): void {
  const changed = db
    .prepare('UPDATE datasets SET statement_json = ?, check_json = NULL WHERE id = ?')
    .run(statementJson(statement), datasetId);
  assertOneChanged(changed, 'keeping what is said of a dataset');
}

function statementJson(statement: unknown): string | null {
  return statement === null ? null : JSON.stringify(statement);
}

/** Forgets a dataset; its files, or the pictures it names, are left alone. */
export function removeDataset(db: WritableDb, datasetId: string): { kind: 'removed' } | { kind: 'not-found' } {
  const { changes } = db.prepare('DELETE FROM datasets WHERE id = ?').run(datasetId);
  return changes === 1 ? { kind: 'removed' } : { kind: 'not-found' };
}

interface DatasetRow {
  id: string;
  kind: StoredDataset['kind'];
  name: string;
  dir: string;
  images: number;
  children: number;
  adults: number;
  images_by_emotion_json: string;
  subjects_known: number;
  problems_json: string;
  problem_count: number;
  statement_json: string | null;
}

function datasetOf(row: DatasetRow): StoredDataset {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    dir: row.dir,
    images: row.images,
    children: row.children,
    adults: row.adults,
    imagesByEmotion: JSON.parse(row.images_by_emotion_json),
    subjectsKnown: row.subjects_known === 1,
    problems: JSON.parse(row.problems_json),
    problemCount: row.problem_count,
    statement: row.statement_json === null ? null : JSON.parse(row.statement_json),
  };
}
