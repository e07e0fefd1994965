import { csvRows } from '../../tables/csv.node.ts';
import type { ReportDocument } from '../report-document.ts';
import { entryLine, timedEntries } from '../timed-entries.ts';

/**
 * Episodes, gaps and what people added as annotations for MNE-Python, to be laid over a recording of brain or body:
 * `mne.read_annotations` reads the file. The first row is the session itself, whose beginning so becomes their origin; onsets
 * are moments in UTC, in a de-identified report seconds, which MNE counts from 1970.
 *
 * Source: MNE-Python, annotations in a CSV file: onset, duration in seconds, description. Its text files have no room for
 * letters beyond Latin-1, nor for a comma.
 */
export function reportToMne(document: ReportDocument): string {
  const { startedAtIso, durationMs } = document.session;
  const seconds = (ms: number) => Number((ms / 1000).toFixed(4));
  const onset = (ms: number) =>
    startedAtIso === null ? seconds(ms) : new Date(Date.parse(startedAtIso) + ms).toISOString().replace('Z', '');
  return csvRows([
    ['onset', 'duration', 'description'],
    [onset(0), seconds(durationMs), 'session'],
    ...timedEntries(document).map(({ fromMs, toMs, ...about }) => [
      onset(fromMs),
      seconds((toMs ?? fromMs) - fromMs),
      entryLine(about),
    ]),
  ]);
}
