/** What the program knows of a format apart from how it is written. */
interface FormatFacts {
  /** The same in every language. */
  readonly name: string;
  /** What the file's name ends with; no two formats of one session share a name. */
  readonly ending: string;
  readonly mediaType: string;
}

/**
 * The formats of a report, in the order in which they are offered. How each is written stands in report.node.ts, so
 * that the window and `--help` can list the formats without loading what writes them.
 */
export const FORMAT_FACTS = {
  pdf: { name: 'PDF', ending: '.pdf', mediaType: 'application/pdf' },
  csv: { name: 'CSV', ending: '.csv', mediaType: 'text/csv; charset=utf-8' },
  xlsx: {
    name: 'Excel',
    ending: '.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  json: { name: 'JSON', ending: '.json', mediaType: 'application/json' },
  bids: { name: 'BIDS', ending: '-bids.zip', mediaType: 'application/zip' },
  elan: { name: 'ELAN', ending: '.eaf', mediaType: 'application/xml' },
  boris: { name: 'BORIS', ending: '.boris', mediaType: 'application/json' },
  'boris-events': { name: 'BORIS events', ending: '-boris-events.csv', mediaType: 'text/csv; charset=utf-8' },
  mne: { name: 'MNE', ending: '-annot.csv', mediaType: 'text/csv; charset=utf-8' },
  parquet: { name: 'Parquet', ending: '.parquet', mediaType: 'application/vnd.apache.parquet' },
  xdf: { name: 'XDF', ending: '.xdf', mediaType: 'application/octet-stream' },
  redcap: { name: 'REDCap', ending: '-redcap.zip', mediaType: 'application/zip' },
  fhir: { name: 'FHIR', ending: '.fhir.json', mediaType: 'application/fhir+json' },
  'fhir-transaction': {
    name: 'FHIR transaction',
    ending: '.fhir-transaction.json',
    mediaType: 'application/fhir+json',
  },
} as const satisfies Readonly<Record<string, FormatFacts>>;

export type ReportFormat = keyof typeof FORMAT_FACTS;

export const REPORT_FORMATS = Object.keys(FORMAT_FACTS) as readonly ReportFormat[];
