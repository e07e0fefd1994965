import { type Cell, csvRows } from '../../tables/csv.node.ts';
import { printable } from '../printable.ts';
import type { ReportDocument } from '../report-document.ts';
import { borisEvents, descriptionOf, momentOf } from './events.ts';

const COLUMNS = [
  'Observation id',
  'Observation date',
  'Description',
  'Observation duration',
  'Observation type',
  'Source',
  'Time offset (s)',
  'Media duration (s)',
  'FPS',
  'Subject',
  'Behavior',
  'Behavioral category',
  'Behavior type',
  'Time',
  'Media file name',
  'Image index',
  'Image file path',
  'Comment',
] as const;

/** What BORIS writes where a live observation has nothing. */
const NOT_AVAILABLE = 'NA';

/**
 * The session's events as BORIS itself exports them from the project of reportToBoris ("tabular events", CSV), for the
 * scripts that read these. Text that a spreadsheet would run as a formula gets an apostrophe before it.
 *
 * Source: BORIS 8.27.4, `export_observation.export_tabular_events`, of a live observation without modifiers.
 */
export function reportToTabularEvents(document: ReportDocument): string {
  const { session } = document;
  const events = borisEvents(document);
  const observation = {
    'Observation id': session.id,
    'Observation date': momentOf(document, session.startedAtIso).replace('T', ' '),
    Description: onOneLine(descriptionOf(document)),
    // As in BORIS: from the first event to the last.
    'Observation duration': inSeconds((events.at(-1)?.timeS ?? 0) - (events[0]?.timeS ?? 0)),
    'Observation type': 'Live observation',
    Source: NOT_AVAILABLE,
    'Time offset (s)': 0,
    'Media duration (s)': NOT_AVAILABLE,
    FPS: NOT_AVAILABLE,
    'Media file name': NOT_AVAILABLE,
    'Image index': NOT_AVAILABLE,
    'Image file path': NOT_AVAILABLE,
  };
  const rows = events.map(({ timeS, subject, behaviour, category, type, comment }) => ({
    ...observation,
    Subject: subject,
    Behavior: behaviour,
    'Behavioral category': category,
    'Behavior type': type,
    Time: inSeconds(timeS),
    Comment: onOneLine(comment),
  }));
  return csvRows([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => clean(row[column])))]);
}

function inSeconds(timeS: number): string {
  return timeS.toFixed(3);
}

function onOneLine(text: string): string {
  return text.replace(/\r\n|\r|\n/g, ' ');
}

function clean(cell: Cell): Cell {
  return typeof cell === 'string' ? printable(cell) : cell;
}
