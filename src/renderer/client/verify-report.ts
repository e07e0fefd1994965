import type { ReportVerdict } from '../../contract/review/reports.ts';
import type { Client } from './create-client.ts';

/** A piece of a file that goes to the host in one call. */
const PIECE_BYTES = 1024 * 1024;

/** Has the host tell whether a file is a report as it was signed; a browser's host takes no more than a piece at once. */
export async function verifyReport(call: Client['call'], report: Blob): Promise<ReportVerdict> {
  let file: string | null = null;
  for (let atByte = 0; ; atByte += PIECE_BYTES) {
    const bytes = new Uint8Array(await report.slice(atByte, atByte + PIECE_BYTES).arrayBuffer());
    const isLast = atByte + PIECE_BYTES >= report.size;
    const answer: ReportVerdict | { kind: 'more'; file: string } = await call('reports.verify', {
      file,
      bytes,
      isLast,
    });
    if (answer.kind !== 'more') return answer;
    file = answer.file;
  }
}
