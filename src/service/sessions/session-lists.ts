import { MOST_FOUND, SESSIONS_A_PAGE } from '../../contract/sessions.ts';
import { foundSessionIds, listStarters, sessionPage } from '../../core/store/sessions/session-page.node.ts';
import { findSession } from '../../core/store/sessions/sessions.node.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { recordView } from '../runtime/record-action.ts';
import { distressLimitsOf } from './session-distress.ts';
import { timelineOf } from './session-timeline.ts';

type SessionListsMethod = 'sessions.page' | 'sessions.found' | 'sessions.starters' | 'sessions.coverage';

/** Finding sessions among all there are, a page at a time. */
export const sessionListsHandlers: Handlers<SessionListsMethod> = {
  'sessions.page'(context, { page, ...filter }) {
    recordView(context, 'sessions.list', '');
    return sessionPage(context.db, filter, { page, pageSize: SESSIONS_A_PAGE });
  },

  'sessions.found'(context, filter) {
    recordView(context, 'sessions.list', '');
    return { sessionIds: foundSessionIds(context.db, filter, MOST_FOUND) };
  },

  'sessions.starters': ({ db }) => listStarters(db),

  async 'sessions.coverage'(context, { sessionIds }) {
    recordView(context, 'sessions.list', '');
    const shares = [];
    for (const sessionId of sessionIds) {
      const session = findSession(context.db, sessionId);
      if (!session) continue;
      const limits = await distressLimitsOf(context.runtime, context.site, session);
      shares.push({ sessionId, coverage: (await timelineOf(context.site, session, limits)).summary.coverage });
    }
    return shares;
  },
};
