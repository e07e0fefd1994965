import type { RatingResults } from '../../../contract/review/ratings.ts';
import { pseudonymOf } from '../../../core/security/pseudonym.node.ts';
import { findRatingTask } from '../../../core/store/ratings/rating-tasks.node.ts';
import { readRated } from '../../../core/store/ratings/ratings.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { type Cell, csvFile } from '../../../core/tables/csv.node.ts';
import { reportSecrets } from '../../runtime/records/report-secrets.ts';
import { ratingResults } from './rating-results.ts';

/** The results of a task that is there. */
export function resultsOfRating(db: ReadableDb, { taskId }: { readonly taskId: string }): RatingResults {
  const { raters, left } = taskOf(db, taskId);
  return {
    ...ratingResults(
      readRated(db, taskId),
      raters.map(({ name }) => name),
    ),
    left,
  };
}

/**
 * Every stretch that is in a task, a row each: the child's and the session's pseudonyms as in reports, times within the
 * session, the machine's word, and the answers. Raters are numbered, since their names are nobody's outside the site.
 */
export function csvOfRating(db: ReadableDb, { taskId }: { readonly taskId: string }): string {
  const { raters } = taskOf(db, taskId);
  const { pseudonymSecret } = reportSecrets(db);
  const head = ['child', 'session', 'from_s', 'to_s', 'machine', ...raters.map((_, index) => `rater_${index + 1}`)];
  const rows = readRated(db, taskId).map((stretch): Cell[] => [
    pseudonymOf(pseudonymSecret, 'child', stretch.childId),
    pseudonymOf(pseudonymSecret, 'session', stretch.sessionId),
    stretch.fromMs / 1000,
    stretch.toMs / 1000,
    stretch.machine ?? 'not-sure',
    ...stretch.answers,
  ]);
  return csvFile([head, ...rows]);
}

function taskOf(db: ReadableDb, taskId: string) {
  const task = findRatingTask(db, taskId);
  if (!task) throw new Error(`blind rating ${taskId} was just there and is not there any more`);
  return task;
}
