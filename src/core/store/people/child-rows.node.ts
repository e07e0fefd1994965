import type { ReadableDb } from '../store.node.ts';
import { IDS_OF_CHILD } from './child-words.node.ts';

/** Whose rows of a table are a child's: a condition over `@childId` and `@code`; or why the table holds none of one child. */
export type ChildTable = { readonly of: string } | { readonly none: string };

/** One that was set aside shows somebody else: what it holds is another child's, and is given to no family. */
const OWN = 'child_id = @childId AND set_aside_at IS NULL';
const KEYS = `SELECT key FROM sessions WHERE ${OWN}`;
const OF_SESSIONS: ChildTable = { of: `session_key IN (${KEYS})` };
const OF_CHILD: ChildTable = { of: 'child_id = @childId' };
/** Images of datasets that name the child, and moments of its sessions that were brought among them. */
const IMAGES = `SELECT key FROM dataset_images WHERE subject = @code COLLATE NOCASE
  UNION SELECT image_key FROM moment_images WHERE session_key IN (${KEYS})`;
const OF_IMAGES: ChildTable = { of: `image_key IN (${IMAGES})` };
const OF_SITE: ChildTable = { none: 'of the site, its people and its machine' };
const OF_MODELS: ChildTable = { none: 'of models and trainings; whose images they read stands in run_images' };

/** Every table of the store: a child's data are what these conditions find, and nothing else of the store is. */
export const CHILD_TABLES: Readonly<Record<string, ChildTable>> = {
  annotations: OF_SESSIONS,
  audit: {
    of: `subject = @code COLLATE NOCASE OR EXISTS (
      SELECT 1 FROM (SELECT @childId AS id UNION SELECT id FROM sessions WHERE ${OWN}
        UNION ${IDS_OF_CHILD}) AS own
      WHERE instr(audit.subject, own.id) > 0)`,
  },
  baselines: OF_CHILD,
  batches: OF_SESSIONS,
  cautions: OF_CHILD,
  children: { of: 'id = @childId' },
  consent_scans: OF_CHILD,
  consents: OF_CHILD,
  crops: OF_SESSIONS,
  dataset_faces: OF_IMAGES,
  dataset_files: {
    of: `EXISTS (SELECT 1 FROM dataset_images AS image WHERE image.dataset_id = dataset_files.dataset_id
      AND image.path = dataset_files.path AND image.key IN (${IMAGES}))`,
  },
  dataset_images: { of: `key IN (${IMAGES})` },
  dataset_pictures: OF_SESSIONS,
  datasets: { none: 'of datasets as a whole; a child’s images stand in dataset_images and dataset_pictures' },
  erasures: { none: 'of what is there no more; that something of a child was erased stands in audit' },
  export_files: { of: `session_id IN (SELECT id FROM sessions WHERE ${OWN})` },
  exports: { none: 'of exports as a whole; what was written of a child stands in export_files' },
  gaps: OF_SESSIONS,
  image_labels: OF_IMAGES,
  image_readings: OF_IMAGES,
  known_sites: OF_SITE,
  machine_speed: OF_SITE,
  markers: OF_SESSIONS,
  model_decisions: OF_MODELS,
  model_imports: OF_MODELS,
  models: OF_MODELS,
  moment_images: OF_SESSIONS,
  observations: OF_SESSIONS,
  protocols: OF_SITE,
  rating_stretches: OF_SESSIONS,
  rating_task_raters: OF_SITE,
  rating_tasks: { none: 'of blind ratings as a whole; a child’s stretches stand in rating_stretches' },
  ratings: { of: `stretch_key IN (SELECT key FROM rating_stretches WHERE session_key IN (${KEYS}))` },
  rollups: OF_SESSIONS,
  run_images: OF_IMAGES,
  run_log: OF_MODELS,
  run_turns: OF_MODELS,
  runs: OF_MODELS,
  samples: OF_SESSIONS,
  session_plans: OF_SESSIONS,
  session_turns: OF_SESSIONS,
  sessions: { of: OWN },
  settings: OF_SITE,
  site: OF_SITE,
  studies: OF_MODELS,
  summaries: OF_SESSIONS,
  users: OF_SITE,
  video_fragments: OF_SESSIONS,
  videos: OF_SESSIONS,
};

/** A row as SQLite gives it, by its columns. */
export type StoredRow = Readonly<Record<string, string | number | bigint | Buffer | null>>;

/** The tables that can hold rows of a child, by name. */
export function childTables(): string[] {
  return Object.keys(CHILD_TABLES).filter((name) => 'of' in CHILD_TABLES[name]!);
}

/**
 * A child's rows of a table, one after the other: a year of samples need not fit in memory.
 *
 * @throws RangeError for a table of which nothing says whose its rows are.
 */
export function childRows(
  db: ReadableDb,
  table: string,
  child: { readonly childId: string; readonly code: string },
): IterableIterator<StoredRow> {
  const known = Object.hasOwn(CHILD_TABLES, table) ? CHILD_TABLES[table] : undefined;
  if (!known || !('of' in known)) throw new RangeError(`a table with rows of children was expected; found ${table}`);
  return db.prepare<[object], StoredRow>(`SELECT * FROM ${table} WHERE ${known.of}`).iterate(child);
}
