import { randomInt } from 'node:crypto';
import { CallError } from '../../../contract/error.ts';
import type { RatingTask } from '../../../contract/review/ratings.ts';
import { listUsers } from '../../../core/store/people/users.node.ts';
import {
  addRatingTask,
  closeRatingTask,
  findRatingTask,
  listRatingTasks,
  removeRatingTask,
  type RatingTask as StoredTask,
} from '../../../core/store/ratings/rating-tasks.node.ts';
import { answerStretch, handIn, nextStretch, takeBackLast } from '../../../core/store/ratings/ratings.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import type { Handlers, SignedInContext } from '../../runtime/call-context.ts';
import { runQueryTask } from '../../runtime/query-thread.ts';
import { recordAction, recordView } from '../../runtime/record-action.ts';
import { ensureReportSecrets } from '../../runtime/records/report-secrets.ts';
import { seesForTraining } from '../shows-pictures-to.ts';

type RatingsMethod =
  | 'ratings.list'
  | 'ratings.people'
  | 'ratings.make'
  | 'ratings.next'
  | 'ratings.answer'
  | 'ratings.undo'
  | 'ratings.handIn'
  | 'ratings.close'
  | 'ratings.remove'
  | 'ratings.results'
  | 'ratings.export';

/** A seed is a whole number below it. */
const SEEDS = 2 ** 32;

/** Blind ratings: set up, answered by each rater alone, and told when all have said what they say. */
export const ratingsHandlers: Handlers<RatingsMethod> = {
  'ratings.list'({ db, user }) {
    const mine = ({ raters }: StoredTask) => raters.some(({ userId }) => userId === user.id);
    return listRatingTasks(db)
      .filter((task) => setsUp(user) || mine(task))
      .map(told);
  },

  'ratings.people': ({ db }) => listUsers(db),

  async 'ratings.make'(context, { name, raterIds, lengthS, stretches: count, ...which }) {
    const { db, now, site, user } = context;
    const people = new Map(listUsers(db).map(({ id, role }) => [id, role]));
    const raters = [...new Set(raterIds)];
    if (raters.length < raterIds.length) throw new CallError('invalid-input', failure('ratings.rater-twice'));
    if (raters.some((id) => !people.has(id))) throw new CallError('not-found', failure('ratings.no-such-rater'));
    const lengthMs = 1000 * lengthS;
    const seed = randomInt(SEEDS);
    const mayTrainOnly = raters.some((id) => seesForTraining(people.get(id)!));
    const draw = { ...which, mayTrainOnly, lengthMs, count, raters: raters.length, seed };
    const drawn = await runQueryTask(site, 'draw-rating', draw);
    if (drawn.stretches.length === 0) {
      const why = mayTrainOnly ? 'ratings.no-stretches-for-research' : 'ratings.no-stretches';
      throw new CallError('conflict', failure(why, { lengthS }));
    }
    const task = inTransaction(db, () => {
      const id = addRatingTask(db, { name, seed, lengthMs, ...drawn, raterIds: raters, madeBy: user.id, now });
      recordAction(context, 'ratings.make', id);
      return existingTask(context, id);
    });
    changed(context);
    return told(task);
  },

  'ratings.next'(context, { taskId }) {
    assertRates(context, taskId);
    recordView(context, 'ratings.next', taskId);
    const { db, user } = context;
    const next = nextStretch(db, { taskId, userId: user.id });
    return (
      next && { ...next, pictures: next.pictures.map(({ atMs, grey }) => ({ atMs, grey: Uint8Array.from(grey) })) }
    );
  },

  'ratings.answer'(context, { taskId, stretchId, answer }) {
    const { db, now, user } = context;
    inTransaction(db, () => {
      assertMayChange(context, taskId);
      const { kind } = answerStretch(db, { taskId, userId: user.id, stretchId, answer, now });
      if (kind === 'left') throw new CallError('conflict', failure('ratings.stretch-left'));
      if (kind === 'answered') throw new CallError('conflict', failure('ratings.answered'));
      recordAction(context, 'ratings.answer', stretchId);
    });
    changed(context);
    return {};
  },

  'ratings.undo'(context, { taskId }) {
    inTransaction(context.db, () => {
      assertMayChange(context, taskId);
      if (!takeBackLast(context.db, { taskId, userId: context.user.id })) {
        throw new CallError('conflict', failure('ratings.nothing-to-undo'));
      }
      recordAction(context, 'ratings.undo', taskId);
    });
    changed(context);
    return {};
  },

  'ratings.handIn'(context, { taskId }) {
    const { db, now, user } = context;
    inTransaction(db, () => {
      const { stretches, raters } = assertMayChange(context, taskId);
      const count = stretches - raters.find(({ userId }) => userId === user.id)!.answered;
      if (count > 0) throw new CallError('conflict', failure('ratings.not-all', { count }));
      handIn(db, { taskId, userId: user.id, now });
      recordAction(context, 'ratings.handIn', taskId);
    });
    changed(context);
    return {};
  },

  'ratings.close'(context, { taskId }) {
    inTransaction(context.db, () => {
      if (existingTask(context, taskId).isClosed) throw new CallError('conflict', failure('ratings.closed'));
      closeRatingTask(context.db, { taskId, now: context.now });
      recordAction(context, 'ratings.close', taskId);
    });
    changed(context);
    return {};
  },

  'ratings.remove'(context, { taskId }) {
    inTransaction(context.db, () => {
      existingTask(context, taskId);
      removeRatingTask(context.db, taskId);
      recordAction(context, 'ratings.remove', taskId);
    });
    changed(context);
    return {};
  },

  'ratings.results'(context, { taskId }) {
    assertTold(context, taskId);
    recordView(context, 'ratings.results', taskId);
    return runQueryTask(context.site, 'rating-results', { taskId });
  },

  async 'ratings.export'(context, { taskId }) {
    assertTold(context, taskId);
    ensureReportSecrets(context.db);
    const text = await runQueryTask(context.site, 'rating-csv', { taskId });
    recordAction(context, 'ratings.export', taskId);
    return { fileName: 'blind-rating.csv', mediaType: 'text/csv', bytes: new TextEncoder().encode(text) };
  },
};

function setsUp({ role }: SignedInContext['user']): boolean {
  return role === 'reviewer' || role === 'administrator';
}

/** Until then nobody is told what another said, or what the machine did. */
function hasResults({ isClosed, raters }: StoredTask): boolean {
  return isClosed || raters.every(({ handedIn }) => handedIn);
}

function told(task: StoredTask): RatingTask {
  return { ...task, raters: task.raters.map((rater) => ({ ...rater })), hasResults: hasResults(task) };
}

function existingTask({ db }: SignedInContext, taskId: string): StoredTask {
  const task = findRatingTask(db, taskId);
  if (!task) throw new CallError('not-found', failure('ratings.not-there'));
  return task;
}

/** @throws CallError "forbidden" to who does not rate in it. */
function assertRates(context: SignedInContext, taskId: string): StoredTask {
  const task = existingTask(context, taskId);
  if (task.raters.some(({ userId }) => userId === context.user.id)) return task;
  throw new CallError('forbidden', failure('ratings.not-a-rater'));
}

/** @throws CallError "conflict" once the task is closed, or the rater has handed in. */
function assertMayChange(context: SignedInContext, taskId: string): StoredTask {
  const task = assertRates(context, taskId);
  if (task.isClosed) throw new CallError('conflict', failure('ratings.closed'));
  if (task.raters.find(({ userId }) => userId === context.user.id)!.handedIn) {
    throw new CallError('conflict', failure('ratings.handed-in'));
  }
  return task;
}

/** @throws CallError "conflict" while somebody has still to say what they say, "forbidden" to who has no part in it. */
function assertTold(context: SignedInContext, taskId: string): void {
  const task = setsUp(context.user) ? existingTask(context, taskId) : assertRates(context, taskId);
  if (!hasResults(task)) throw new CallError('conflict', failure('ratings.not-told-yet'));
}

function changed({ runtime }: SignedInContext): void {
  runtime.events.emit('ratings.changed', {});
}
