import { CallError } from '../../contract/error.ts';
import { addPictureDataset } from '../../core/store/lab/dataset-pictures.node.ts';
import { cropTimes, nearestCrop } from '../../core/store/sessions/crops.node.ts';
import { ensureAllRollups, ensureRollups, readWindow } from '../../core/store/sessions/session-window.node.ts';
import { listEndedSessions } from '../../core/store/sessions/sessions.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { runQueryTask } from '../runtime/query-thread.ts';
import { recordAction, recordView } from '../runtime/record-action.ts';
import { existingSession } from '../sessions/session-checks.ts';
import { distressLimitsOf } from '../sessions/session-distress.ts';
import { timelineOf } from '../sessions/session-timeline.ts';
import { sortPictures } from './kept-pictures.ts';
import { readingOver } from './reading-over-task.ts';
import { sessionTrend } from './session-trend.ts';
import { seesForTraining, showsPicturesTo } from './shows-pictures-to.ts';

type ReviewMethod =
  | 'sessions.window'
  | 'sessions.movements'
  | 'sessions.readOver'
  | 'sessions.pictureTimes'
  | 'sessions.crop'
  | 'sessions.parity'
  | 'sessions.compare'
  | 'sessions.aroundMarkers'
  | 'review.queue'
  | 'review.makeDataset';

/** Up to here a stretch is read in some milliseconds; eight hours take half a second. */
const LONG_STRETCH_MS = 10 * 60_000;

/** Reading sessions again: by the window, across weeks, and where the model doubts most. */
export const reviewHandlers: Handlers<ReviewMethod> = {
  'sessions.window'(context, { sessionId, ...stretch }) {
    existingSession(context.db, sessionId);
    recordView(context, 'sessions.timeline', sessionId);
    ensureRollups(context.db, sessionId);
    return readWindow(context.db, sessionId, stretch);
  },

  'sessions.movements'(context, { sessionId, ...stretch }) {
    const { childId } = existingSession(context.db, sessionId);
    recordView(context, 'sessions.timeline', sessionId);
    return runQueryTask(context.site, 'movements', { sessionId, childId, ...stretch });
  },

  'sessions.readOver'(context, { sessionId, ...stretch }) {
    const { durationMs } = existingSession(context.db, sessionId);
    recordView(context, 'sessions.timeline', sessionId);
    const asked = { sessionId, durationMs, ...stretch };
    const isLong = stretch.toMs - stretch.fromMs > LONG_STRETCH_MS;
    return isLong ? runQueryTask(context.site, 'reading-over', asked) : readingOver(context.db, asked);
  },

  'sessions.pictureTimes'(context, { sessionId }) {
    existingSession(context.db, sessionId);
    recordView(context, 'sessions.timeline', sessionId);
    return Float64Array.from(cropTimes(context.db, sessionId));
  },

  'sessions.crop'(context, { sessionId, atMs }) {
    const { childId, childCode } = existingSession(context.db, sessionId);
    if (!showsPicturesTo(context, childId)) {
      throw new CallError('no-consent', failure('review.picture-not-for-research', { code: childCode }));
    }
    recordView(context, 'sessions.crop', sessionId);
    const crop = nearestCrop(context.db, sessionId, atMs);
    return crop && { atMs: crop.atMs, grey: Uint8Array.from(crop.grey) };
  },

  async 'sessions.parity'(context, { sessionId }) {
    const { liveSessionId } = existingSession(context.db, sessionId);
    recordView(context, 'sessions.timeline', sessionId);
    if (liveSessionId === null) return null;
    return runQueryTask(context.site, 'parity', { liveSessionId, recordingId: sessionId });
  },

  async 'sessions.compare'(context, { childId }) {
    recordView(context, 'sessions.compare', childId);
    const compared = [];
    for (const session of listEndedSessions(context.db, childId)) {
      const distress = await distressLimitsOf(context.runtime, context.site, session);
      const { summary } = await timelineOf(context.site, session, distress);
      compared.push({ session, summary, trend: sessionTrend(context.db, session) });
    }
    return compared;
  },

  'sessions.aroundMarkers'(context, { childId }) {
    recordView(context, 'sessions.compare', childId);
    return runQueryTask(context.site, 'around-markers', { childId });
  },

  async 'review.queue'(context, input) {
    recordView(context, 'review.queue', input.childId ?? '');
    ensureAllRollups(context.db);
    const mayTrainOnly = seesForTraining(context.user.role);
    return runQueryTask(context.site, 'uncertain-moments', { ...input, mayTrainOnly });
  },

  'review.makeDataset'(context, { name }) {
    const { pictures, leftOut } = sortPictures(context.db, context.now);
    if (pictures.length === 0 && leftOut.noConsent > 0) {
      throw new CallError('no-consent', failure('review.pictures-no-consent', { count: leftOut.noConsent }));
    }
    if (pictures.length === 0) throw new CallError('conflict', failure('review.no-pictures'));
    const datasetId = inTransaction(context.db, () => {
      const id = addPictureDataset(context.db, { name, pictures });
      recordAction(context, 'review.makeDataset', id);
      return id;
    });
    return { datasetId, images: pictures.length, leftOut };
  },
};
