import type { ReadableDb, WritableDb } from '../store.node.ts';

/** What a check of a dataset's images found, as plain data; null where they have not been checked since they changed. */
export function readCheck(db: ReadableDb, datasetId: string): unknown {
  const json = db
    .prepare<[string], string | null>('SELECT check_json FROM datasets WHERE id = ?')
    .pluck()
    .get(datasetId);
  return json ? JSON.parse(json) : null;
}

/** Keeps what a check found; a dataset that is gone meanwhile is passed over. */
export function keepCheck(db: WritableDb, datasetId: string, found: object): void {
  db.prepare('UPDATE datasets SET check_json = ? WHERE id = ?').run(JSON.stringify(found), datasetId);
}

/** Keys of those of a dataset's images that are there, by their paths. */
export function keysOfPaths(db: ReadableDb, datasetId: string, paths: readonly string[]): ReadonlyMap<string, number> {
  const find = db
    .prepare<[string, string], number>('SELECT key FROM dataset_images WHERE dataset_id = ? AND path = ?')
    .pluck();
  const keys = new Map<string, number>();
  for (const path of paths) {
    const key = find.get(datasetId, path);
    if (key !== undefined) keys.set(path, key);
  }
  return keys;
}
