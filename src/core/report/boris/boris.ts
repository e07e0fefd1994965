import { distressInWords } from '../distress/distress-in-words.ts';
import { formatWords } from '../format-words.ts';
import { printable } from '../printable.ts';
import type { ReportDocument } from '../report-document.ts';
import { type TimedEntry, timedEntries } from '../timed-entries.ts';
import { behaviourOf, borisEvents, descriptionOf, momentOf } from './events.ts';

const FORMAT_VERSION = '7.0';

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
  const { session, statement, exportedAtIso } = document;
  const entries = timedEntries(document);
  const events = borisEvents(document);
  const project = {
    time_format: 'hh:mm:ss',
    project_date: momentOf(document, exportedAtIso),
    project_name: `Faceward ${session.id}`,
    project_description: statement,
    project_format_version: FORMAT_VERSION,
    subjects_conf: numbered([...new Set(events.map(({ subject }) => subject))], (name) => ({
      key: '',
      name,
      description: '',
    })),
    behaviors_conf: numbered(behavioursOf(document, entries), (behaviour) => behaviour),
    observations: {
      [session.id]: {
        file: {},
        type: 'LIVE',
        date: momentOf(document, session.startedAtIso),
        description: descriptionOf(document),
        'time offset': 0,
        // The fourth is a modifier, which nothing here has.
        events: events.map(({ timeS, subject, behaviour, comment }) => [timeS, subject, behaviour, '', comment]),
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

function behavioursOf(document: ReportDocument, entries: readonly TimedEntry[]) {
  const distress = distressInWords(document, formatWords(document.language)).join(' ');
  const byCode = new Map(entries.map((entry) => [behaviourOf(entry), entry]));
  return [...byCode].map(([code, { kind, toMs }]) => ({
    type: toMs === null ? 'Point event' : 'State event',
    key: '',
    code,
    description: kind === 'distress' ? distress : '',
    color: '',
    category: kind,
    modifiers: {},
    excluded: '',
    'coding map': '',
  }));
}

function numbered<T, U>(list: readonly T[], of: (each: T) => U): Record<string, U> {
  return Object.fromEntries(list.map((each, index) => [String(index), of(each)]));
}
