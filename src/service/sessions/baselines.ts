import { CallError } from '../../contract/error.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { isRest } from '../../core/inference/rest.ts';
import {
  activateBaseline,
  addBaseline,
  findBaseline,
  listBaselines,
  removeBaseline,
  type StoredBaseline,
  setBaselineNote,
} from '../../core/store/people/baselines.node.ts';
import { findChild } from '../../core/store/people/children.node.ts';
import { readGaps } from '../../core/store/sessions/samples.node.ts';
import { readSampleWindow } from '../../core/store/sessions/session-window.node.ts';
import { inTransaction, type ReadableDb } from '../../core/store/store.node.ts';
import { holdsMs } from '../../core/timeline/covered-time.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { recordAction, recordView } from '../runtime/record-action.ts';
import { assertItsOwn, existingSession } from './session-checks.ts';

/** Less than this is not a face at rest but a moment. */
const LEAST_READINGS_MS = 10_000;

type BaselinesMethod =
  | 'baselines.list'
  | 'baselines.record'
  | 'baselines.edit'
  | 'baselines.activate'
  | 'baselines.remove';

/** Personal baselines, kept while the consent "keep-baseline" holds. */
export const baselinesHandlers: Handlers<BaselinesMethod> = {
  'baselines.list'(context, { childId }) {
    recordView(context, 'baselines.list', childId);
    return listBaselines(context.db, childId);
  },

  'baselines.record'(context, { id, sessionId, fromMs, toMs, note }) {
    const { db, user, now } = context;
    const before = findBaseline(db, id);
    if (before) return before;
    const session = existingSession(db, sessionId);
    const { childId, childCode, modelId, modelVersion } = session;
    assertItsOwn(session);
    if (!findChild(db, childId, now)?.consentedScopes.includes('keep-baseline')) {
      throw new CallError('no-consent', failure('baselines.no-consent', { code: childCode }));
    }
    const baseline = inTransaction(db, () => {
      const { probabilities, sampleCount } = restOf(db, sessionId, fromMs, toMs);
      const of = { id, childId, sessionId, modelId, modelVersion, fromMs, toMs, note };
      const added = addBaseline(db, { ...of, probabilities, sampleCount, recordedBy: user.id, now });
      recordAction(context, 'baselines.record', id);
      return added;
    });
    tell(context, childId);
    return baseline;
  },

  'baselines.edit'(context, { baselineId, note }) {
    const baseline = inTransaction(context.db, () => {
      const edited = setBaselineNote(context.db, baselineId, note);
      if (!edited) throw gone();
      recordAction(context, 'baselines.edit', baselineId);
      return edited;
    });
    tell(context, baseline.childId);
    return baseline;
  },

  'baselines.activate'(context, { childId, baselineId }) {
    inTransaction(context.db, () => {
      const chosen = baselineId === null ? null : findBaseline(context.db, baselineId);
      if (chosen) assertItsOwn(existingSession(context.db, chosen.sessionId));
      if (activateBaseline(context.db, { childId, baselineId }).kind === 'not-found') throw gone();
      recordAction(context, 'baselines.activate', baselineId ?? `none for ${childId}`);
    });
    tell(context, childId);
    return {};
  },

  'baselines.remove'(context, { baselineId }) {
    const { childId } = existing(context.db, baselineId);
    inTransaction(context.db, () => {
      removeBaseline(context.db, baselineId);
      recordAction(context, 'baselines.remove', baselineId);
    });
    tell(context, childId);
    return {};
  },
};

/** @throws CallError "conflict" when the stretch holds less than ten seconds of readings, or they are not of a rest. */
function restOf(db: ReadableDb, sessionId: string, fromMs: number, toMs: number) {
  const samples = readSampleWindow(db, sessionId, { fromMs, toMs });
  const readMs = holdsMs(samples, readGaps(db, sessionId), toMs).reduce((sum, hold) => sum + hold, 0);
  if (readMs < LEAST_READINGS_MS) {
    const seconds = { leastS: LEAST_READINGS_MS / 1000, foundS: readMs / 1000 };
    throw new CallError('conflict', failure('baselines.too-little', seconds));
  }
  const sums = EMOTIONS.map(() => 0);
  for (const [index, probability] of samples.probabilities.entries()) sums[index % EMOTIONS.length]! += probability;
  const probabilities = sums.map((sum) => sum / samples.count);
  if (!isRest(samples.probabilities, probabilities)) throw new CallError('conflict', failure('baselines.no-rest'));
  return { probabilities, sampleCount: samples.count };
}

function existing(db: ReadableDb, baselineId: string): StoredBaseline {
  const baseline = findBaseline(db, baselineId);
  if (!baseline) throw gone();
  return baseline;
}

function gone(): CallError {
  return new CallError('not-found', failure('baselines.not-there'));
}

function tell({ runtime }: SignedInContext, childId: string): void {
  runtime.events.emit('baselines.changed', { childId });
}
