import type { Session } from '../core/store/sessions.node.ts';
import { keepTimeline, readKeptTimeline } from '../core/store/summaries.node.ts';
import type { Timeline } from '../core/timeline/timeline.ts';
import type { OpenSite } from './desk.ts';
import { runReadingTask } from './reading-thread.ts';
import { exactTimeline, timelineBySecond } from './session-timeline-task.ts';

/** Up to here every sample of a running session is read: some five minutes, a few milliseconds. */
const FEW_SAMPLES = 5000;

/**
 * Gaps and summary of a session.
 *
 * Of one that has ended they are exact, computed once in the reading thread and kept. Of one that runs for long they are
 * made from its rollups of a second: every second with samples counts as covered in full and as named after most of
 * them, so that shares may differ by the seconds in which the reading changed or was lost; exact once it is stopped.
 */
export async function timelineOf(site: Pick<OpenSite, 'db' | 'reading'>, session: Session): Promise<Timeline> {
  const { db } = site;
  if (session.state === 'running') {
    return session.sampleCount > FEW_SAMPLES ? timelineBySecond(db, session) : exactTimeline(db, orderOf(session));
  }
  const kept = readKeptTimeline(db, session.id) as Timeline | null;
  if (kept) return kept;
  const made =
    session.sampleCount > FEW_SAMPLES
      ? await runReadingTask(site, 'timeline', orderOf(session))
      : exactTimeline(db, orderOf(session));
  keepTimeline(db, session.id, made);
  return made;
}

function orderOf({ id, durationMs }: Session) {
  return { sessionId: id, durationMs };
}
