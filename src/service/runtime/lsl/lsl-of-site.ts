import type { WritableDb } from '../../../core/store/store.node.ts';
import type { EventHub } from '../event-hub.ts';
import { recordByProgram } from '../record-by-program.ts';
import type { RunningSessions } from '../running-sessions.ts';
import type { ServiceOptions } from '../service-options.ts';
import { createLslStreams, type LslStreams } from './lsl-streams.ts';
import { takeMarkers } from './take-markers.ts';

/** What of the runtime streams need. */
interface Surroundings {
  readonly events: EventHub;
  readonly runningSessions: RunningSessions;
  readonly uptimeMs: () => number;
  readonly site: { readonly db: WritableDb } | null;
}

/** The streams of the sessions of the site that is open: what is told of them goes into its audit log. */
export function lslOfSite(options: ServiceOptions, runtime: () => Surroundings): LslStreams {
  const record = (action: string, subject: string) => {
    const { site } = runtime();
    if (site) recordByProgram(site.db, action, subject, options.now());
  };
  return createLslStreams({
    launch: options.launchLsl,
    uptimeMs: () => runtime().uptimeMs(),
    onChanged: () => runtime().events.emit('lsl.changed', {}),
    onOpened: ({ sessionId, reach }, name) => record('lsl.open', `${sessionId} as ${name}, ${reach}`),
    onClosed: (sessionId, name) => record('lsl.close', `${sessionId} as ${name}`),
    onFailed(sessionId, details) {
      record('lsl.failed', sessionId);
      options.log(`The streams of a session for other devices ended; it is recorded all the same: ${details}`);
    },
    onMarkers(sessionId, stream, markers) {
      const { site, runningSessions, events } = runtime();
      const by = runningSessions.find(sessionId);
      if (!site || !by) return;
      takeMarkers(site.db, markers, { sessionId, stream, by: by.userId, now: options.now() });
      events.emit('sessions.changed', { sessionId });
    },
  });
}
