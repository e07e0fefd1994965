import { reportToBids } from '../bids/bids.ts';
import type { BidsFiles } from '../bids/merge-bids.ts';
import type { ReportDocument } from '../report-document.ts';
import type { ReportSamples } from '../report-samples.ts';

/** For tests: pieces as one. */
export function joined(pieces: Iterable<Uint8Array>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([...pieces]));
}

/** For tests: a session's dataset with each file as one. */
export function bidsFilesOf(document: ReportDocument, samples: ReportSamples): BidsFiles {
  return Object.fromEntries(
    Object.entries(reportToBids(document, samples)).map(([path, pieces]) => [path, joined(pieces)]),
  );
}
