import { lanesOf } from '../elan/lanes.ts';
import { printable } from '../printable.ts';
import type { ReportDocument } from '../report-document.ts';
import { siteTime } from '../time/site-time.ts';
import { type TimedEntry, timedEntries } from '../timed-entries.ts';

const FORMAT_VERSION = '7.0';

/** Stands in for a withheld date: BORIS shows no observation without one. */
const WITHHELD_DATE = '1970-01-01T00:00:00';

/** An event that lasts is a pair of rows, of which BORIS takes the first for its beginning and the second for its end. */
type EventRow = [timeS: number, subject: string, behaviour: string, modifier: string, comment: string];

/**
 * The session as a BORIS project: an ethogram of what was read, marked, scored and said, and one observation with all of
 * it. Times in seconds since the session's beginning. The child is the subject; each rater's words stand under a subject of
 * their own, since BORIS knows no observers within an observation.
 *
 * Source: BORIS 8 (Friard and Gamba 2016, doi 10.1111/2041-210X.12584), project format 7.0.
 *
 * @returns JSON, ending with a newline; the same for the same document.
 */
export function reportToBoris(document: ReportDocument): string {
  const { session, child, statement, exportedAtIso, timeZone } = document;
  const entries = timedEntries(document);
  const at = (iso: string | null) => (iso !== null && timeZone !== null ? siteTime(iso, timeZone) : WITHHELD_DATE);
  const events = eventsOf(entries, child.code);
  const project = {
    time_format: 'hh:mm:ss',
    project_date: at(exportedAtIso),
    project_name: `Faceward ${session.id}`,
    project_description: statement,
    project_format_version: FORMAT_VERSION,
    subjects_conf: numbered([...new Set(events.map(([, subject]) => subject))], (name) => ({
      key: '',
      name,
      description: '',
    })),
    behaviors_conf: numbered(behavioursOf(entries), (behaviour) => behaviour),
    observations: {
      [session.id]: {
        file: {},
        type: 'LIVE',
        date: at(session.startedAtIso),
        description: [session.recordingName ?? '', session.notes].filter((text) => text.trim() !== '').join('\n'),
        'time offset': 0,
        events,
        'observation time interval': [0, Math.ceil(session.durationMs / 1000)],
        independent_variables: {},
        start_from_current_time: false,
        start_from_current_epoch_time: false,
        scan_sampling_time: 0,
      },
    },
    behavioral_categories: [...new Set(entries.map(({ kind }) => kind))],
    independent_variables: {},
    coding_map: {},
    behaviors_coding_map: [],
    converters: {},
  };
  const text = (_: string, value: unknown) => (typeof value === 'string' ? printable(value) : value);
  return `${JSON.stringify(project, text)}\n`;
}

function behaviourOf({ kind, what, toMs }: TimedEntry): string {
  return toMs === null ? `${kind} ${what} (moment)` : `${kind} ${what}`;
}

function behavioursOf(entries: readonly TimedEntry[]) {
  const byCode = new Map(entries.map((entry) => [behaviourOf(entry), entry]));
  return [...byCode].map(([code, { kind, toMs }]) => ({
    type: toMs === null ? 'Point event' : 'State event',
    key: '',
    code,
    description: '',
    color: '',
    category: kind,
    modifiers: {},
    excluded: '',
    'coding map': '',
  }));
}

/** In the order of time, so that the two rows of what lasts are a pair: what overlaps itself gets a subject of its own. */
function eventsOf(entries: readonly TimedEntry[], child: string): EventRow[] {
  const subjectOf = ({ kind, by }: TimedEntry) => (kind === 'annotation' ? `${child}, said by ${by}` : child);
  const alike = Map.groupBy(entries, (entry) => JSON.stringify([subjectOf(entry), behaviourOf(entry)]));
  const rows = [...alike.values()].flatMap((group) =>
    lanesOf(group.map((entry) => ({ ...entry, toMs: entry.toMs ?? entry.fromMs, entry }))).flatMap((lane, index) =>
      lane.flatMap(({ entry }) => rowsOf(entry, index === 0 ? subjectOf(entry) : `${subjectOf(entry)} ${index + 1}`)),
    ),
  );
  return rows.sort((a, b) => a[0] - b[0]);
}

function rowsOf(entry: TimedEntry, subject: string): EventRow[] {
  const { fromMs, toMs, score, by, text } = entry;
  const seconds = (ms: number) => Number((ms / 1000).toFixed(3));
  const comment = [score === null ? '' : `score ${score}`, text, by === '' ? '' : `(${by})`];
  const begin: EventRow = [
    seconds(fromMs),
    subject,
    behaviourOf(entry),
    '',
    comment.filter((part) => part.trim() !== '').join(' '),
  ];
  return toMs === null ? [begin] : [begin, [seconds(toMs), subject, behaviourOf(entry), '', '']];
}

function numbered<T, U>(list: readonly T[], of: (each: T) => U): Record<string, U> {
  return Object.fromEntries(list.map((each, index) => [String(index), of(each)]));
}
