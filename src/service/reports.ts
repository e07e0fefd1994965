import { writeReport } from '../core/report/report.node.ts';
import { buildReport } from '../core/report/report-document.ts';
import { findChild } from '../core/store/children.node.ts';
import { readMarkers } from '../core/store/markers.node.ts';
import { findModel } from '../core/store/models.node.ts';
import { readGaps, readSamples } from '../core/store/samples.node.ts';
import { readSite } from '../core/store/site.node.ts';
import type { Handlers } from './call-context.ts';
import { describeModel } from './models.ts';
import { recordAction } from './record-action.ts';
import { existingSession } from './sessions.ts';

/** A session as a file for people outside the program. */
export const reportsHandlers: Handlers<'sessions.report'> = {
  async 'sessions.report'(work, { sessionId, format }) {
    const { db, user, now, site, desk } = work;
    const session = existingSession(db, sessionId);
    const child = findChild(db, session.childId, now);
    const stored = findModel(db, session.modelId);
    if (!child || !stored) throw new Error(`session ${sessionId} has no ${child ? 'model' : 'child'} in the store`);
    const model = await describeModel(desk, site, stored);
    recordAction(work, `sessions.report ${format}`, sessionId);
    const document = buildReport({
      siteName: readSite(db)?.name ?? '',
      exportedBy: user.name,
      exportedAtIso: now.toISOString(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      childCode: child.code,
      childBirthMonth: child.birthMonth,
      session,
      model: { ...model, version: session.modelVersion },
      samples: readSamples(db, sessionId),
      recordedGaps: readGaps(db, sessionId),
      markers: readMarkers(db, sessionId),
    });
    const { fileName, mediaType, bytes } = await writeReport(document, format);
    return { fileName, mediaType, bytes: new Uint8Array(bytes) };
  },
};
