import { localDate } from '../local-date.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import type { Held } from './held.ts';
import { tablesHolding, tablesOf } from './held-tables.node.ts';
import { dropHeldTable } from './hold.node.ts';

/** What a consent alone allows to keep, by its column, with the tables that hang on it. */
const ALLOWED_BY = [
  {
    consent: 'keep_crops',
    tables: [
      'crops',
      'dataset_pictures',
      'moment_images',
      'dataset_images',
      'dataset_faces',
      'image_readings',
      'image_labels',
      'run_images',
    ],
  },
  { consent: 'keep_video', tables: ['videos', 'video_fragments'] },
  { consent: 'keep_baseline', tables: ['baselines'] },
] as const;

interface At {
  readonly now: Date;
  /** Whether a last day that is over counts: not by a clock that is in doubt. */
  readonly mayActByDate: boolean;
}

/**
 * Deletes of what waits to be erased what a consent had allowed that has ended meanwhile: that law does not wait.
 *
 * @returns Whether something was deleted. Sealed files of videos are whoever's who holds the folder.
 */
export function dropUnconsented(
  db: WritableDb,
  { id: erasureId, held: { childId } }: { readonly id: string; readonly held: Held },
  at: At,
): boolean {
  return inTransaction(db, () => {
    const tables = tablesOf(db, erasureId);
    const going = ALLOWED_BY.filter((each) => each.tables.some((table) => tables.has(table)))
      .filter(({ consent }) => hasEnded(db, consent, { childId, ...at }))
      .flatMap((each) => each.tables.filter((table) => tables.has(table)));
    for (const table of going) dropHeldTable(db, erasureId, table);
    return going.length > 0;
  });
}

/** Whether the child's family had agreed to it, here or among what waits itself, and does not any more. */
function hasEnded(db: ReadableDb, column: string, { childId, now, mayActByDate }: At & { readonly childId: string }) {
  const places = ['consents', ...tablesHolding(db, 'consents')];
  const all = places.map(
    (place) => `SELECT ${column}, withdrawn_at, expired_at, until_date FROM ${place} WHERE child_id = @childId`,
  );
  const found = db
    .prepare<object, { agreed: number; stands: number }>(
      `SELECT count(*) AS agreed,
              coalesce(sum(withdrawn_at IS NULL AND expired_at IS NULL AND until_date >= @since), 0) AS stands
       FROM (${all.join(' UNION ALL ')}) WHERE ${column} = 1`,
    )
    .get({ childId, since: mayActByDate ? localDate(now) : '' });
  return found !== undefined && found.agreed > 0 && found.stands === 0;
}
