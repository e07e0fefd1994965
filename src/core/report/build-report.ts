import { ageBand } from '../emotion/age.ts';
import type { Gap } from '../emotion/gap.ts';
import type { SessionPlan } from '../emotion/protocol.ts';
import type { Role } from '../security/roles.ts';
import type { AgreementFigures, DistressStretch, Summary } from '../timeline/timeline-schema.ts';
import type { Language } from '../words/language.ts';
import { ageInYears } from './age-in-years.ts';
import { deidentify, type Pseudonyms } from './de-identify.ts';
import { type ModelFacts, reportModel } from './facts/model-facts.ts';
import {
  REPORT_FORMAT,
  type ReportAnnotation,
  type ReportBaseline,
  type ReportDocument,
  type ReportMarker,
  type ReportObservation,
  type ReportParity,
  type ReportSession,
  type ReportTurn,
} from './report-document.ts';
import type { ReportSeconds } from './report-seconds.ts';
import { reportWords } from './report-words.ts';

/** What a report is made of, by name and date, as the store has it. */
export interface ReportSource {
  readonly language: Language;
  readonly siteName: string;
  readonly exportId: string;
  readonly exportedBy: string;
  readonly exportedByRole: Role;
  readonly exportedAtIso: string;
  readonly timeZone: string;
  readonly childCode: string;
  /** yyyy-mm */
  readonly childBirthMonth: string;
  readonly session: ReportSession & { readonly startedAtIso: string };
  readonly plan: SessionPlan;
  readonly turns: readonly ReportTurn[];
  readonly model: ModelFacts;
  readonly summary: Summary;
  readonly gaps: readonly Gap[];
  readonly distress: readonly DistressStretch[] | null;
  readonly seconds: ReportSeconds;
  /** In any order, like the next two. */
  readonly markers: readonly ReportMarker[];
  readonly observations: readonly ReportObservation[];
  readonly annotations: readonly ReportAnnotation[];
  readonly agreement: readonly AgreementFigures[];
  readonly parity: ReportParity | null;
  readonly baseline: ReportBaseline | null;
  readonly signingKey: { readonly fingerprint: string } | null;
  /** What stands for the codes in a de-identified report; null keeps codes, names, dates and texts. */
  readonly pseudonyms: Pseudonyms | null;
}

/**
 * Puts a report together. The same source gives the same document.
 *
 * @throws RangeError if the birth month lies after the session.
 */
export function buildReport(source: ReportSource): ReportDocument {
  const words = reportWords(source.language);
  const ageYears = ageInYears(source.childBirthMonth, source.session.startedAtIso);
  const band = ageBand(ageYears);
  const document: ReportDocument = {
    format: REPORT_FORMAT,
    language: source.language,
    isIdentified: true,
    statement: words.report(($) => $.statement),
    intendedPurpose: words.report(($) => $.intendedPurpose),
    siteName: source.siteName,
    exportId: source.exportId,
    exportedBy: source.exportedBy,
    exportedAtIso: source.exportedAtIso,
    timeZone: source.timeZone,
    child: { code: source.childCode, ageYears, ageBand: band },
    session: pickSession(source.session),
    plan: pickPlan(source.plan),
    turns: source.turns.map(({ atMs, kind, by }) => ({ atMs, kind, by })),
    model: reportModel(source.model, band),
    summary: source.summary,
    gaps: source.gaps,
    distress: source.distress,
    seconds: source.seconds,
    markers: source.markers.map(pickMarker).sort((a, b) => a.atMs - b.atMs),
    observations: source.observations.map(pickObservation).sort((a, b) => a.atMs - b.atMs),
    annotations: source.annotations.map(pickAnnotation).sort((a, b) => a.fromMs - b.fromMs),
    agreement: source.agreement,
    parity: source.parity,
    baseline: source.baseline && pickBaseline(source.baseline),
    freeTextsLeftOut: 0,
    signingKey: source.signingKey && { fingerprint: source.signingKey.fingerprint },
  };
  return source.pseudonyms
    ? deidentify(document, source.pseudonyms, { words, exporterRole: source.exportedByRole })
    : document;
}

/** Copies only what a report says, whatever else the caller's object holds; so do the functions below. */
function pickSession(session: ReportSession): ReportSession {
  const {
    id,
    startedAtIso,
    startedBy,
    durationMs,
    state,
    source,
    recordingName,
    recordingOriginMs,
    liveSessionId,
    sampleCount,
    notes,
  } = session;
  return {
    id,
    startedAtIso,
    startedBy,
    durationMs,
    state,
    source,
    recordingName,
    recordingOriginMs,
    liveSessionId,
    sampleCount,
    notes,
  };
}

function pickPlan({ protocol, cautions }: SessionPlan): SessionPlan {
  return {
    protocol: protocol && {
      name: protocol.name,
      plannedMinutes: protocol.plannedMinutes,
      flaccEveryMinutes: protocol.flaccEveryMinutes,
      markers: protocol.markers.map(({ kind, name }) => ({ kind, name })),
    },
    cautions: cautions.map(({ kind, note }) => ({ kind, note })),
  };
}

function pickMarker({ atMs, toMs, kind, text, by }: ReportMarker): ReportMarker {
  return { atMs, toMs, kind, text, by };
}

function pickObservation({ atMs, observation, by, writtenAtIso }: ReportObservation): ReportObservation {
  return { atMs, observation, by, writtenAtIso };
}

function pickAnnotation({ fromMs, toMs, label, note, by, writtenAtIso, read }: ReportAnnotation): ReportAnnotation {
  return { fromMs, toMs, label, note, by, writtenAtIso, read };
}

function pickBaseline(baseline: ReportBaseline): ReportBaseline {
  const { version, modelId, modelVersion, fromMs, toMs, sampleCount, probabilities, note, recordedAtIso, recordedBy } =
    baseline;
  return { version, modelId, modelVersion, fromMs, toMs, sampleCount, probabilities, note, recordedAtIso, recordedBy };
}
