import type { DistressLimits } from '../../core/emotion/distress.ts';
import type { Session } from '../../core/store/sessions/sessions.node.ts';
import { keepTimeline, readKeptTimeline } from '../../core/store/sessions/summaries.node.ts';
import { TIMELINE_VERSION, type Timeline } from '../../core/timeline/timeline.ts';
import { runQueryTask } from '../runtime/query-thread.ts';
import type { OpenSite } from '../runtime/runtime.ts';
import { exactTimeline } from './session-timeline-task.ts';

/** Up to this many samples, some five minutes, are read at once where they are asked for, in a few milliseconds. */
const FEW_SAMPLES = 5000;

/**
 * Gaps and summary of a session, up to its last batch while it runs. For a session that has ended they are worked out
 * once and kept, until another version of the program works them out differently. Those of a long session are made in
 * the query thread, so that only whoever asked waits for them.
 *
 * @param distress The limits of the model that read it; null where it says nothing of distress, undefined where its folder
 *   cannot be read today: what was kept then stands.
 */
export async function timelineOf(
  site: Pick<OpenSite, 'db' | 'queries'>,
  session: Session,
  distress: DistressLimits | null | undefined,
): Promise<Timeline> {
  const { db } = site;
  const kept = readKeptTimeline(db, session.id, TIMELINE_VERSION) as Timeline | null;
  if (kept && (distress === undefined || sameLimits(kept.summary.distress, distress))) return kept;
  const order = { sessionId: session.id, durationMs: session.durationMs, distress: distress ?? null };
  const made =
    session.sampleCount > FEW_SAMPLES ? await runQueryTask(site, 'timeline', order) : exactTimeline(db, order);
  // What was read while it ran may be short of its last batches, though it has ended meanwhile.
  if (session.state !== 'running' && distress !== undefined) {
    keepTimeline(db, session.id, { version: TIMELINE_VERSION, timeline: made });
  }
  return made;
}

function sameLimits(a: DistressLimits | null, b: DistressLimits | null): boolean {
  return a === null || b === null ? a === b : a.atLeast === b.atLeast && a.below === b.below;
}
