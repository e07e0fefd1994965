import { lanesOf } from '../elan/lanes.ts';
import type { ReportDocument } from '../report-document.ts';
import { siteTime } from '../time/site-time.ts';
import { type TimedEntry, timedEntries } from '../timed-entries.ts';

/** Stands in for a withheld date: BORIS shows no observation without one. */
const WITHHELD_DATE = '1970-01-01T00:00:00';

/** A row of an observation; what lasts has two, of which BORIS takes the first for its beginning and the second for its end. */
interface BorisEvent {
  /** Seconds since the session's beginning. */
  readonly timeS: number;
  readonly subject: string;
  readonly behaviour: string;
  readonly category: TimedEntry['kind'];
  readonly type: 'POINT' | 'START' | 'STOP';
  readonly comment: string;
}

export function behaviourOf({ kind, what, toMs }: TimedEntry): string {
  return toMs === null ? `${kind} ${what} (moment)` : `${kind} ${what}`;
}

/** By the site's clock. */
export function momentOf({ timeZone }: ReportDocument, iso: string | null): string {
  return iso !== null && timeZone !== null ? siteTime(iso, timeZone) : WITHHELD_DATE;
}

/** Of the observation: what was filmed, and the session's notes. */
export function descriptionOf({ session }: ReportDocument): string {
  return [session.recordingName ?? '', session.notes].filter((text) => text.trim() !== '').join('\n');
}

/** In the order of time, so that the two rows of what lasts are a pair: what overlaps itself gets a subject of its own. */
export function borisEvents(document: ReportDocument): BorisEvent[] {
  const child = document.child.code;
  const subjectOf = ({ kind, by }: TimedEntry) => (kind === 'annotation' ? `${child}, said by ${by}` : child);
  const alike = Map.groupBy(timedEntries(document), (entry) => JSON.stringify([subjectOf(entry), behaviourOf(entry)]));
  const rows = [...alike.values()].flatMap((group) =>
    lanesOf(group.map((entry) => ({ ...entry, toMs: entry.toMs ?? entry.fromMs, entry }))).flatMap((lane, index) =>
      lane.flatMap(({ entry }) => rowsOf(entry, index === 0 ? subjectOf(entry) : `${subjectOf(entry)} ${index + 1}`)),
    ),
  );
  return rows.sort((a, b) => a.timeS - b.timeS);
}

function rowsOf(entry: TimedEntry, subject: string): BorisEvent[] {
  const { kind, fromMs, toMs, score, by, text } = entry;
  const seconds = (ms: number) => Number((ms / 1000).toFixed(3));
  const comment = [score === null ? '' : `score ${score}`, text, by === '' ? '' : `(${by})`];
  const begin = {
    timeS: seconds(fromMs),
    subject,
    behaviour: behaviourOf(entry),
    category: kind,
    comment: comment.filter((part) => part.trim() !== '').join(' '),
  };
  if (toMs === null) return [{ ...begin, type: 'POINT' }];
  return [
    { ...begin, type: 'START' },
    { ...begin, type: 'STOP', timeS: seconds(toMs), comment: '' },
  ];
}
