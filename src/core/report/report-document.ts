import type { Emotion } from '../emotion/emotion.ts';
import type { Gap, Marker } from '../emotion/sample.ts';
import { readTimeline, type Summary } from '../timeline/timeline.ts';
import { ageInYears } from './age-in-years.ts';
import type { ModelFacts } from './model-facts.ts';
import type { ReportSamples } from './report-samples.ts';

/** Said on every page and in every format. */
const STATEMENT = 'Decision support for trained staff, not a diagnosis.';

interface ReportSession {
  readonly id: string;
  readonly startedAtIso: string;
  readonly startedBy: string;
  readonly durationMs: number;
  readonly state: 'running' | 'stopped' | 'recovered';
  readonly source: 'webcam' | 'demo-clip';
  readonly notes: string;
}

interface ReportMarker extends Marker {
  /** Name of who set it. */
  readonly by: string;
}

/** All that a report says, as plain data. PDF, CSV and JSON are three ways to write this down and add nothing to it. */
export interface ReportDocument {
  readonly format: 'faceward-report/1';
  readonly statement: typeof STATEMENT;
  readonly siteName: string;
  readonly exportedBy: string;
  readonly exportedAtIso: string;
  /** IANA name of the zone in which times of day are printed. */
  readonly timeZone: string;
  readonly childCode: string;
  /** Completed years when the session began. */
  readonly childAgeYears: number;
  readonly session: ReportSession;
  readonly model: ModelFacts;
  readonly summary: Summary;
  /** Time without a sample, complete: recorded gaps and unexplained holes. */
  readonly gaps: readonly Gap[];
  readonly markers: readonly ReportMarker[];
  readonly samples: ReportSamples;
}

export interface ReportSource
  extends Pick<
    ReportDocument,
    'siteName' | 'exportedBy' | 'exportedAtIso' | 'timeZone' | 'childCode' | 'session' | 'model' | 'samples'
  > {
  /** yyyy-mm */
  readonly childBirthMonth: string;
  /** As stored, in any order. */
  readonly recordedGaps: readonly Gap[];
  readonly markers: readonly ReportMarker[];
}

/** Length of an emotion's named time as a share of the usable time, 0 to 1; 0 when nothing was usable. */
export function shareOf(summary: Summary, emotion: Emotion): number {
  return summary.usableMs === 0 ? 0 : summary.emotionMs[emotion] / summary.usableMs;
}

/**
 * Puts a report together. The same source gives the same document.
 *
 * @throws RangeError if the birth month lies after the session or the samples are not in the order of time.
 */
export function buildReport({ childBirthMonth, recordedGaps, markers, ...source }: ReportSource): ReportDocument {
  const { gaps, summary } = readTimeline(source.samples, recordedGaps, source.session.durationMs);
  return {
    format: 'faceward-report/1',
    statement: STATEMENT,
    siteName: source.siteName,
    exportedBy: source.exportedBy,
    exportedAtIso: source.exportedAtIso,
    timeZone: source.timeZone,
    childCode: source.childCode,
    childAgeYears: ageInYears(childBirthMonth, source.session.startedAtIso),
    session: pick(source.session),
    model: source.model,
    summary,
    gaps,
    markers: markers.toSorted((a, b) => a.atMs - b.atMs),
    samples: source.samples,
  };
}

/** Only what a report says of a session, whatever else the caller's object holds. */
function pick({ id, startedAtIso, startedBy, durationMs, state, source, notes }: ReportSession): ReportSession {
  return { id, startedAtIso, startedBy, durationMs, state, source, notes };
}
