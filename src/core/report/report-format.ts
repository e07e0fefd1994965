/** What the program knows of a format apart from how it is written. */
interface FormatFacts {
  /** What the file's name ends with; no two formats of one session share a name. */
  readonly ending: string;
  readonly mediaType: string;
}

/**
 * The formats of a report, in the order in which they are offered. How each is written stands in report.node.ts, so
 * that the window and `--help` can list the formats without loading what writes them.
 */
export const FORMAT_FACTS = {
  pdf: { ending: '.pdf', mediaType: 'application/pdf' },
  csv: { ending: '.csv', mediaType: 'text/csv; charset=utf-8' },
  json: { ending: '.json', mediaType: 'application/json' },
  bids: { ending: '-bids.zip', mediaType: 'application/zip' },
  elan: { ending: '.eaf', mediaType: 'application/xml' },
  fhir: { ending: '.fhir.json', mediaType: 'application/fhir+json' },
} as const satisfies Readonly<Record<string, FormatFacts>>;

export type ReportFormat = keyof typeof FORMAT_FACTS;

export const REPORT_FORMATS = Object.keys(FORMAT_FACTS) as readonly ReportFormat[];
