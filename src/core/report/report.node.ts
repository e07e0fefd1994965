import { reportToCsv } from './csv.node.ts';
import { reportToJson } from './json.ts';
import { reportToPdf } from './pdf/pdf.node.ts';
import type { ReportDocument } from './report-document.ts';

export const REPORT_FORMATS = ['pdf', 'csv', 'json'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportFile {
  /** Child code and day of the session: no name. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const MEDIA_TYPES: Record<ReportFormat, string> = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
};

/** Writes a report down. The same document gives the same bytes. */
export async function writeReport(document: ReportDocument, format: ReportFormat): Promise<ReportFile> {
  const day = document.session.startedAtIso.slice(0, 10);
  return {
    fileName: `faceward-${document.childCode}-${day}.${format}`,
    mediaType: MEDIA_TYPES[format],
    bytes: await bytesOf(document, format),
  };
}

function bytesOf(
  document: ReportDocument,
  format: ReportFormat,
): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'pdf') return reportToPdf(document);
  if (format === 'csv') return reportToCsv(document);
  return new TextEncoder().encode(reportToJson(document));
}
