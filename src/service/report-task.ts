import { buildReport } from '../core/report/build-report.ts';
import type { ModelFacts } from '../core/report/model-facts.ts';
import { type ReportFile, type ReportFormat, writeReport } from '../core/report/report.node.ts';
import { secondsOf } from '../core/report/report-seconds.ts';
import type { Role } from '../core/security/roles.ts';
import { findChild } from '../core/store/children.node.ts';
import { readMarkers } from '../core/store/markers.node.ts';
import { readGaps, readSamples } from '../core/store/samples.node.ts';
import { findSession } from '../core/store/sessions.node.ts';
import { readSite } from '../core/store/site.node.ts';
import type { ReadableDb } from '../core/store/store.node.ts';
import { readTimeline } from '../core/timeline/timeline.ts';
import type { Language } from '../core/words/language.ts';

/** What a report is made of besides the store: plain data, so that another thread can be given it. */
export interface ReportTaskInput {
  readonly sessionId: string;
  readonly format: ReportFormat;
  readonly language: Language;
  readonly isIdentified: boolean;
  readonly model: ModelFacts;
  readonly exportId: string;
  readonly exportedBy: string;
  readonly exportedByRole: Role;
  readonly exportedAtIso: string;
  readonly timeZone: string;
}

/** Makes one report from what the store holds. */
export async function makeReport(db: ReadableDb, input: ReportTaskInput): Promise<ReportFile> {
  const { sessionId, format, isIdentified, ...about } = input;
  const session = findSession(db, sessionId);
  const child = session && findChild(db, session.childId, new Date(input.exportedAtIso));
  if (!child) throw new Error(`session ${sessionId} and its child were expected in the store; found neither`);
  const samples = readSamples(db, sessionId);
  const document = buildReport({
    ...about,
    siteName: readSite(db)?.name ?? '',
    childCode: child.code,
    childBirthMonth: child.birthMonth,
    session: { ...session, recordingName: null, liveSessionId: null },
    ...readTimeline(samples, readGaps(db, sessionId), session.durationMs),
    seconds: secondsOf(samples),
    markers: readMarkers(db, sessionId).map((marker) => ({ ...marker, toMs: null })),
    observations: [],
    annotations: [],
    agreement: [],
    parity: null,
    baseline: null,
    signingKey: null,
    pseudonyms: isIdentified ? null : { child: 'C-0', session: 'S-0', liveSession: null },
  });
  return writeReport(document, { samples: () => samples, key: null }, format);
}
