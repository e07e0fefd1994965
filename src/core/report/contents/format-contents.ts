import type { ReportFormat } from '../report-format.ts';

/** What a session holds that a format may have or leave out. */
export const CONTENTS = ['readings', 'distress', 'movements', 'gaps', 'entries'] as const;

export type Content = (typeof CONTENTS)[number];

/**
 * How fine it is, from nothing on: summed up over the session; each stretch or entry with its time; means of whole seconds;
 * every reading.
 */
export const FINENESSES = ['none', 'sum', 'timed', 'second', 'reading'] as const;

export type Fineness = (typeof FINENESSES)[number];

/**
 * What is in which format, the finest that it has: for the screens that offer them and for docs/formats.md. Its test writes
 * every file and sees which changes of a session reach it.
 */
export const FORMAT_CONTENTS = {
  pdf: { readings: 'second', distress: 'timed', movements: 'none', gaps: 'timed', entries: 'timed' },
  csv: { readings: 'reading', distress: 'timed', movements: 'reading', gaps: 'timed', entries: 'timed' },
  xlsx: { readings: 'second', distress: 'timed', movements: 'second', gaps: 'timed', entries: 'timed' },
  json: { readings: 'reading', distress: 'timed', movements: 'reading', gaps: 'timed', entries: 'timed' },
  bids: { readings: 'reading', distress: 'timed', movements: 'reading', gaps: 'timed', entries: 'timed' },
  elan: { readings: 'second', distress: 'timed', movements: 'none', gaps: 'timed', entries: 'timed' },
  boris: { readings: 'timed', distress: 'timed', movements: 'none', gaps: 'timed', entries: 'timed' },
  'boris-events': { readings: 'timed', distress: 'timed', movements: 'none', gaps: 'timed', entries: 'timed' },
  mne: { readings: 'timed', distress: 'timed', movements: 'none', gaps: 'timed', entries: 'timed' },
  parquet: { readings: 'reading', distress: 'timed', movements: 'reading', gaps: 'none', entries: 'none' },
  xdf: { readings: 'reading', distress: 'timed', movements: 'reading', gaps: 'timed', entries: 'timed' },
  redcap: { readings: 'sum', distress: 'sum', movements: 'sum', gaps: 'sum', entries: 'sum' },
  fhir: { readings: 'second', distress: 'timed', movements: 'second', gaps: 'sum', entries: 'timed' },
  'fhir-transaction': { readings: 'second', distress: 'timed', movements: 'second', gaps: 'sum', entries: 'timed' },
} as const satisfies Readonly<Record<ReportFormat, Readonly<Record<Content, Fineness>>>>;
