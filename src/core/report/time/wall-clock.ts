import type { ReportDocument } from '../report-document.ts';

/**
 * What the clock on the site's wall showed at a place of the session, hh:mm:ss; null where dates are withheld, and for a
 * recording, whose session began when its file was read.
 */
export function wallClockOf({ session, timeZone, language }: ReportDocument): ((atMs: number) => string) | null {
  const { startedAtIso, source } = session;
  if (startedAtIso === null || timeZone === null || source === 'recording') return null;
  const format = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { timeZone, timeStyle: 'medium' });
  return (atMs) => format.format(Date.parse(startedAtIso) + atMs);
}
