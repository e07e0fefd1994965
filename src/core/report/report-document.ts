import type { AgeBandName } from '../emotion/age.ts';
import type { Annotation } from '../emotion/annotation.ts';
import type { Emotion } from '../emotion/emotion.ts';
import type { Gap } from '../emotion/gap.ts';
import type { Marker } from '../emotion/marker.ts';
import type { Observation } from '../emotion/observation.ts';
import type { SessionPlan } from '../emotion/protocol.ts';
import type { SessionSource, SessionState, SessionTurnKind } from '../emotion/session.ts';
import type {
  AgreementFigures,
  DistressStretch,
  ParityFigures,
  ReadingOver,
  Summary,
} from '../timeline/timeline-schema.ts';
import type { Language } from '../words/language.ts';
import type { ReportModel } from './facts/model-facts.ts';
import type { ReportSeconds } from './report-seconds.ts';

/** Raised when a reader of the earlier format would go wrong; the JSON export and the PDF's attachment carry it. */
export const REPORT_FORMAT = 'faceward-report/2';

/**
 * All that a report says, as plain data, identified or not. Every format is one way to write this down and adds nothing
 * to it but, where it has room for them, the session's single samples.
 *
 * De-identified (`isIdentified` false) means: child and session under the site's pseudonyms, staff as letters, no date,
 * no name of the site, no free text. What is null in such a report is marked "withheld".
 */
export interface ReportDocument {
  readonly format: typeof REPORT_FORMAT;
  readonly language: Language;
  readonly isIdentified: boolean;
  /** Said on every page and in every format. */
  readonly statement: string;
  /** What the program is meant for, and what not. */
  readonly intendedPurpose: string;
  /** Null: withheld. */
  readonly siteName: string | null;
  /** Under which the site's audit log tells who made this report and when. */
  readonly exportId: string;
  /** A name; a role when de-identified. */
  readonly exportedBy: string;
  /** Null: withheld. */
  readonly exportedAtIso: string | null;
  /** IANA name of the zone in which times of day are printed. Null: withheld. */
  readonly timeZone: string | null;
  readonly child: ReportChild;
  readonly session: ReportSession;
  /** What the session was to be like, and with which cautions its child is read, as both stood when it began. */
  readonly plan: SessionPlan;
  /** Who answered for it after whoever began it, in the order of time. */
  readonly turns: readonly ReportTurn[];
  readonly model: ReportModel;
  readonly summary: Summary;
  /** All time without a sample, recorded gaps and unexplained holes alike, in the order of time and without overlap. */
  readonly gaps: readonly Gap[];
  /**
   * What was said of distress, one stretch after the other, none of them over time without a reading; null where the model
   * says nothing of it. Times and limits stand in the summary.
   */
  readonly distress: readonly DistressStretch[] | null;
  /** The readings by whole seconds: what the page draws. Single samples are handed to a writer beside the document. */
  readonly seconds: ReportSeconds;
  /** In the order of time, like the next two. */
  readonly markers: readonly ReportMarker[];
  readonly observations: readonly ReportObservation[];
  readonly annotations: readonly ReportAnnotation[];
  /** Every pair of raters; empty with fewer than two. */
  readonly agreement: readonly AgreementFigures[];
  /** Null except for a recording that has a live session beside it. */
  readonly parity: ReportParity | null;
  /** The child's own neutral, if it was switched on when the report was made. */
  readonly baseline: ReportBaseline | null;
  /** Free texts (notes, words beside markers and corrections) that were left out because they may hold names. */
  readonly freeTextsLeftOut: number;
  /** The key that the file is signed with; null for a file that is not signed. */
  readonly signingKey: { readonly fingerprint: string } | null;
}

interface ReportChild {
  /** The site's code, or its pseudonym. */
  readonly code: string;
  /** Completed years when the session began. */
  readonly ageYears: number;
  readonly ageBand: AgeBandName;
}

export interface ReportSession {
  readonly id: string;
  /** Null: withheld. */
  readonly startedAtIso: string | null;
  readonly startedBy: string;
  readonly durationMs: number;
  readonly state: SessionState;
  readonly source: SessionSource;
  /** Name of its file; de-identified, what the file is to be called beside the report. Null for a live session. */
  readonly recordingName: string | null;
  /** Where a player's clock stands at the session's 0, in the video file that was read; 0 for a live session. */
  readonly recordingOriginMs: number;
  readonly liveSessionId: string | null;
  readonly sampleCount: number;
  /** Empty: none, or left out. */
  readonly notes: string;
}

export interface ReportTurn {
  readonly atMs: number;
  readonly kind: SessionTurnKind;
  /** A name, or a letter. */
  readonly by: string;
}

export interface ReportMarker extends Marker {
  /** Who set it: a name, or a letter. */
  readonly by: string;
}

export interface ReportObservation {
  readonly atMs: number;
  readonly observation: Observation;
  readonly by: string;
  /** Which may be after the session. Null: withheld. */
  readonly writtenAtIso: string | null;
}

/** A person's word for an interval, beside the machine's. */
export interface ReportAnnotation extends Annotation {
  /** The rater. */
  readonly by: string;
  /** Null: withheld. */
  readonly writtenAtIso: string | null;
  /** What the machine named for most of the interval, as the screen says it too; null when it read nothing there. */
  readonly read: ReadingOver | null;
}

/** How far the recording and the live session give the same readings. */
export interface ReportParity extends ParityFigures {
  readonly liveSessionId: string;
}

export interface ReportBaseline {
  readonly version: number;
  readonly modelId: string;
  readonly modelVersion: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly sampleCount: number;
  /** In the order of EMOTIONS. */
  readonly probabilities: readonly number[];
  readonly note: string;
  /** Null: withheld. */
  readonly recordedAtIso: string | null;
  readonly recordedBy: string;
}

/** Share of the usable time in which an emotion was named, 0 to 1; 0 when no time was usable. */
export function shareOf(summary: Summary, emotion: Emotion): number {
  return summary.usableMs === 0 ? 0 : summary.emotionMs[emotion] / summary.usableMs;
}
