import { buildReport } from '../../core/report/build-report.ts';
import type { Pseudonyms } from '../../core/report/de-identify.ts';
import type { ModelFacts } from '../../core/report/facts/model-facts.ts';
import { wholeOf } from '../../core/report/pieces/pieces.ts';
import { type OpenReport, openReport, type ReportFile } from '../../core/report/report.node.ts';
import type { ReportDocument, ReportParity } from '../../core/report/report-document.ts';
import type { ReportFormat } from '../../core/report/report-format.ts';
import type { ReportSamples } from '../../core/report/report-samples.ts';
import { secondsOf } from '../../core/report/report-seconds.ts';
import { pseudonymOf } from '../../core/security/pseudonym.node.ts';
import type { Role } from '../../core/security/roles.ts';
import { auditHead } from '../../core/store/audit-head.node.ts';
import { listBaselines } from '../../core/store/people/baselines.node.ts';
import { findChild } from '../../core/store/people/children.node.ts';
import { readAnnotations, type StoredAnnotation } from '../../core/store/sessions/annotations.node.ts';
import { readMarkers } from '../../core/store/sessions/markers.node.ts';
import { readObservations } from '../../core/store/sessions/observations.node.ts';
import { readPlan } from '../../core/store/sessions/plans.node.ts';
import { countSamples, readGaps, readReadings, samplePages } from '../../core/store/sessions/samples.node.ts';
import { findSession, type Session } from '../../core/store/sessions/sessions.node.ts';
import { readTurns } from '../../core/store/sessions/turns.node.ts';
import { readSite } from '../../core/store/site.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';
import { allAgreements } from '../../core/timeline/agreement.ts';
import { holdsMs } from '../../core/timeline/covered-time.ts';
import { parity, type ReadingColumns } from '../../core/timeline/parity.ts';
import { readOver } from '../../core/timeline/read-over.ts';
import { readTimeline } from '../../core/timeline/timeline.ts';
import type { AgreementFigures } from '../../core/timeline/timeline-schema.ts';
import type { Language } from '../../core/words/language.ts';
import { reportSecrets } from '../runtime/records/report-secrets.ts';

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

/**
 * Begins to make one report from what the store holds: its pieces are made as they are taken, out of pages of readings. A
 * long session takes seconds of work, so this runs beside the main thread where there is another.
 *
 * @param db Holds the secrets of reports already; see ensureReportSecrets. Stays open until the last piece was taken.
 */
export function openStoredReport(db: ReadableDb, { format, ...input }: ReportTaskInput): OpenReport {
  const document = documentOf(db, input);
  const { key } = reportSecrets(db);
  return openReport(document, { samples: () => storedSamples(db, input.sessionId), key }, format);
}

/** The same, all of it in memory. */
export async function makeReport(db: ReadableDb, input: ReportTaskInput): Promise<ReportFile> {
  const { pieces, ...about } = openStoredReport(db, input);
  return { ...about, bytes: await wholeOf(pieces) };
}

/** @throws Error where the session lost or got samples while it was written: the file would be half of one and half of the other. */
function storedSamples(db: ReadableDb, sessionId: string): ReportSamples {
  const count = countSamples(db, sessionId);
  return {
    count,
    *pages() {
      let found = 0;
      for (const page of samplePages(db, sessionId)) {
        found += page.count;
        yield page;
      }
      if (found !== count) {
        throw new Error(`a session of ${count} samples was expected; found ${found}: it changed while it was written`);
      }
    },
  };
}

function documentOf(
  db: ReadableDb,
  { sessionId, isIdentified, ...about }: Omit<ReportTaskInput, 'format'>,
): ReportDocument {
  const session = findSession(db, sessionId);
  const child = session && findChild(db, session.childId, new Date(about.exportedAtIso));
  if (!child) throw new Error(`session ${sessionId} and its child were expected in the store; found neither`);
  const { key, pseudonymSecret } = reportSecrets(db);
  const readings = readReadings(db, sessionId);
  const gaps = readGaps(db, sessionId);
  const holds = holdsMs(readings, gaps, session.durationMs);
  const annotations = readAnnotations(db, sessionId);
  return buildReport({
    ...about,
    siteName: readSite(db)?.name ?? '',
    auditHead: auditHead(db),
    childCode: child.code,
    childBirthMonth: child.birthMonth,
    session,
    plan: readPlan(db, sessionId),
    turns: readTurns(db, sessionId),
    ...readTimeline(readings, gaps, session.durationMs, about.model.distress),
    seconds: secondsOf(readings),
    markers: readMarkers(db, sessionId),
    observations: readObservations(db, sessionId),
    annotations: annotations.map((each) => ({ ...each, read: readOver(readings, holds, each) })),
    agreement: agreementOf(annotations),
    parity: parityOf(db, session, readings),
    baseline: listBaselines(db, child.id).find(({ isActive }) => isActive) ?? null,
    signingKey: key.publicKey,
    pseudonyms: isIdentified ? null : pseudonymsOf(session, pseudonymSecret),
  });
}

/** Of every pair of raters, in the order in which they appear. */
function agreementOf(annotations: readonly StoredAnnotation[]): AgreementFigures[] {
  const raters = new Map(annotations.map(({ byId, by }) => [byId, by]));
  return allAgreements(
    [...raters].map(([id, name]) => ({ name, annotations: annotations.filter(({ byId }) => byId === id) })),
  );
}

function parityOf(db: ReadableDb, { liveSessionId }: Session, readings: ReadingColumns): ReportParity | null {
  return liveSessionId === null ? null : { liveSessionId, ...parity(readReadings(db, liveSessionId), readings) };
}

function pseudonymsOf({ id, childId, liveSessionId }: Session, secret: string): Pseudonyms {
  return {
    child: pseudonymOf(secret, 'child', childId),
    session: pseudonymOf(secret, 'session', id),
    liveSession: liveSessionId === null ? null : pseudonymOf(secret, 'session', liveSessionId),
  };
}
