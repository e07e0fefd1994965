import { CallError } from '../contract/error.ts';
import { nearestCrop } from '../core/store/crops.node.ts';
import { addPictureDataset } from '../core/store/dataset-pictures.node.ts';
import { ensureRollups, readWindow } from '../core/store/session-window.node.ts';
import { listEndedSessions, listSessions } from '../core/store/sessions.node.ts';
import { inTransaction } from '../core/store/store.node.ts';
import type { Handlers } from './call-context.ts';
import { sortPictures } from './kept-pictures.ts';
import { runReadingTask } from './reading-thread.ts';
import { recordAction, recordLook } from './record-action.ts';
import { timelineOf } from './session-timeline.ts';
import { existingSession } from './sessions.ts';

type ReviewMethod =
  | 'sessions.window'
  | 'sessions.crop'
  | 'sessions.parity'
  | 'sessions.compare'
  | 'review.queue'
  | 'review.makeDataset';

/** Reading sessions again: by the window, across weeks, and where the model doubts most. */
export const reviewHandlers: Handlers<ReviewMethod> = {
  'sessions.window'(work, { sessionId, ...stretch }) {
    existingSession(work.db, sessionId);
    recordLook(work, 'sessions.timeline', sessionId);
    ensureRollups(work.db, sessionId);
    return readWindow(work.db, sessionId, stretch);
  },

  'sessions.crop'(work, { sessionId, atMs }) {
    existingSession(work.db, sessionId);
    recordLook(work, 'sessions.crop', sessionId);
    const crop = nearestCrop(work.db, sessionId, atMs);
    return crop && { atMs: crop.atMs, grey: Uint8Array.from(crop.grey) };
  },

  async 'sessions.parity'(work, { sessionId }) {
    const { liveSessionId } = existingSession(work.db, sessionId);
    recordLook(work, 'sessions.timeline', sessionId);
    if (liveSessionId === null) return null;
    return runReadingTask(work.site, 'parity', { liveSessionId, recordingId: sessionId });
  },

  async 'sessions.compare'(work, { childId }) {
    recordLook(work, 'sessions.compare', childId);
    const compared = [];
    for (const session of listEndedSessions(work.db, childId)) {
      compared.push({ session, summary: (await timelineOf(work.site, session)).summary });
    }
    return compared;
  },

  async 'review.queue'(work, input) {
    recordLook(work, 'review.queue', input.childId ?? '');
    for (const { id, state } of listSessions(work.db)) if (state !== 'running') ensureRollups(work.db, id);
    return runReadingTask(work.site, 'uncertain-moments', input);
  },

  'review.makeDataset'(work, { name }) {
    const { pictures, leftOut } = sortPictures(work.db, work.now);
    if (pictures.length === 0 && leftOut.noConsent > 0) {
      throw new CallError(
        'no-consent',
        `${leftOut.noConsent} kept pictures were named by somebody, and no consent covers training with one of them today.`,
      );
    }
    if (pictures.length === 0) {
      throw new CallError(
        'conflict',
        'No kept picture lies in a stretch that people call by one emotion: correct stretches of sessions that keep ' +
          'pictures first, in the review or in the queue.',
      );
    }
    const datasetId = inTransaction(work.db, () => {
      const id = addPictureDataset(work.db, { name, pictures });
      recordAction(work, 'review.makeDataset', id);
      return id;
    });
    return { datasetId, images: pictures.length, leftOut };
  },
};
