import type { ErasedKind } from './erased-kinds.ts';

/** What can be erased at once. */
export type ErasedWhole = 'child' | 'session' | 'picture' | 'video';

/** The rows of one table that go with something. */
interface Part {
  readonly table: string;
  /** What they are counted as; null for what only follows from others. */
  readonly kind: ErasedKind | null;
  /** Which rows, in SQL, over the names of an ErasureScope. */
  readonly where: string;
  /** With what they go. */
  readonly with: readonly ErasedWhole[];
}

const OF_SESSION = 'session_key IN (SELECT value FROM json_each(@sessionKeys))';
const OF_PICTURE = `${OF_SESSION} AND (@atMs IS NULL OR at_ms = @atMs)`;
const OF_IMAGE = 'image_key IN (SELECT value FROM json_each(@imageKeys))';

const CHILD = ['child'] as const;
const SESSION = ['child', 'session'] as const;
const PICTURE = ['child', 'session', 'picture'] as const;
const VIDEO = ['child', 'session', 'video'] as const;

/**
 * Every table with rows of a child or a session, those that others refer to first. A test holds this list against the
 * schema: a new table with such rows does not get past it.
 */
export const ERASE_PLAN: readonly Part[] = [
  { table: 'children', kind: 'children', where: 'id = @childId', with: CHILD },
  { table: 'consents', kind: 'consents', where: 'child_id = @childId', with: CHILD },
  { table: 'consent_scans', kind: null, where: 'child_id = @childId', with: CHILD },
  { table: 'cautions', kind: 'cautions', where: 'child_id = @childId', with: CHILD },
  { table: 'sessions', kind: 'sessions', where: 'key IN (SELECT value FROM json_each(@sessionKeys))', with: SESSION },
  { table: 'batches', kind: null, where: OF_SESSION, with: SESSION },
  { table: 'samples', kind: 'readings', where: OF_SESSION, with: SESSION },
  { table: 'gaps', kind: 'gaps', where: OF_SESSION, with: SESSION },
  { table: 'markers', kind: 'markers', where: OF_SESSION, with: SESSION },
  { table: 'observations', kind: 'observations', where: OF_SESSION, with: SESSION },
  { table: 'annotations', kind: 'corrections', where: OF_SESSION, with: SESSION },
  { table: 'baselines', kind: 'baselines', where: OF_SESSION, with: SESSION },
  { table: 'rollups', kind: null, where: OF_SESSION, with: SESSION },
  { table: 'summaries', kind: null, where: OF_SESSION, with: SESSION },
  { table: 'session_turns', kind: null, where: OF_SESSION, with: SESSION },
  { table: 'session_plans', kind: null, where: OF_SESSION, with: SESSION },
  { table: 'videos', kind: 'videos', where: OF_SESSION, with: VIDEO },
  { table: 'video_fragments', kind: null, where: OF_SESSION, with: VIDEO },
  { table: 'crops', kind: 'pictures', where: OF_PICTURE, with: PICTURE },
  { table: 'dataset_pictures', kind: 'inDatasets', where: OF_PICTURE, with: PICTURE },
  {
    table: 'dataset_images',
    kind: 'inDatasets',
    where: 'key IN (SELECT value FROM json_each(@imageKeys))',
    with: PICTURE,
  },
  { table: 'dataset_faces', kind: null, where: OF_IMAGE, with: PICTURE },
  { table: 'image_readings', kind: null, where: OF_IMAGE, with: PICTURE },
  { table: 'image_labels', kind: 'labels', where: OF_IMAGE, with: PICTURE },
  { table: 'run_images', kind: null, where: OF_IMAGE, with: PICTURE },
  { table: 'moment_images', kind: null, where: OF_PICTURE, with: PICTURE },
  { table: 'rating_stretches', kind: null, where: OF_SESSION, with: SESSION },
  {
    table: 'ratings',
    kind: 'ratings',
    where: `stretch_key IN (SELECT key FROM rating_stretches WHERE ${OF_SESSION})`,
    with: SESSION,
  },
  {
    table: 'export_files',
    kind: 'reports',
    where: 'session_id IN (SELECT value FROM json_each(@sessionIds))',
    with: SESSION,
  },
];
