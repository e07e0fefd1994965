import type { ReportDocument } from '../report-document.ts';

/** Where a session begins whose dates are withheld. */
const SHIFTED_START = '1970-01-01T00:00:00.000Z';

/** Moments of a session as FHIR writes them. */
export interface FhirTime {
  at(ms: number): string;
  period(fromMs: number, toMs: number): { start: string; end: string };
}

/** A de-identified session is counted from {@link SHIFTED_START}: FHIR requires a date in places. */
export function fhirTime({ session }: ReportDocument): FhirTime {
  const startMs = Date.parse(session.startedAtIso ?? SHIFTED_START);
  const at = (ms: number) => new Date(startMs + Math.round(ms)).toISOString();
  return { at, period: (fromMs, toMs) => ({ start: at(fromMs), end: at(toMs) }) };
}
