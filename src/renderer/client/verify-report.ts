import type { ReportVerdict } from '../../contract/review/reports.ts';
import type { Client } from './create-client.ts';
import { sendInPieces } from './in-pieces.ts';

/** Has the host tell whether a file is a report as it was signed. */
export function verifyReport(call: Client['call'], report: Blob): Promise<ReportVerdict> {
  return sendInPieces<ReportVerdict>(report, (piece) => call('reports.verify', piece));
}
