import { CallError } from '../contract/error.ts';
import { listChildren } from '../core/store/children.node.ts';
import { nearestCrop } from '../core/store/crops.node.ts';
import { ensureRollups, readWindow } from '../core/store/session-window.node.ts';
import { listEndedSessions, listSessions } from '../core/store/sessions.node.ts';
import type { Handlers } from './call-context.ts';
import { runReadingTask } from './reading-thread.ts';
import { recordLook } from './record-action.ts';
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

  'review.makeDataset'({ db, now }) {
    if (!listChildren(db, now).some(({ consentedScopes }) => consentedScopes.includes('train'))) {
      throw new CallError('no-consent', 'No child has a consent that covers training today.');
    }
    throw new CallError(
      'conflict',
      'Pictures are kept sealed in the store, and training reads folders of images. This version does not write ' +
        'pictures of children out of the store, so that no dataset was made.',
    );
  },
};
