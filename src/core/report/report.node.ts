import type { SigningKey } from '../security/signature.node.ts';
import { reportToBids } from './bids/bids.ts';
import { reportToBoris } from './boris/boris.ts';
import { reportToTabularEvents } from './boris/tabular-events.node.ts';
import { reportToCsv } from './csv.node.ts';
import { reportToElan } from './elan/elan.ts';
import { reportToFhir } from './fhir/fhir.ts';
import { jsonPieces } from './json/json-pieces.node.ts';
import { reportToMne } from './mne/mne.node.ts';
import { reportToParquet } from './parquet/parquet.ts';
import { reportToPdf } from './pdf/pdf.node.ts';
import { type Bytes, wholeOf } from './pieces/pieces.ts';
import { reportToRedcap } from './redcap/redcap.node.ts';
import type { ReportDocument } from './report-document.ts';
import { FORMAT_FACTS, type ReportFormat } from './report-format.ts';
import type { ReportSamples } from './report-samples.ts';
import { sealJson } from './seal/seal-json.node.ts';
import { reserveSeal, sealPdf } from './seal/seal-pdf.node.ts';
import { siteDay } from './time/site-time.ts';
import { reportToXdf } from './xdf/xdf.ts';
import { reportToXlsx } from './xlsx/xlsx.node.ts';
import { zip, zipPieces } from './zip.ts';

export interface ReportFile {
  /** Made of the child's code and the session's day, or of their pseudonyms; holds no name. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Bytes;
}

/** A report that is written while it is taken, so that no session is too long for the machine's memory. */
export interface OpenReport extends Omit<ReportFile, 'bytes'> {
  /** One behind the other, to be taken once. */
  readonly pieces: Iterable<Bytes> | AsyncIterable<Bytes>;
}

/** What a report is written with besides its document. */
export interface ReportMaterial {
  /** All single samples; only asked for by a format that has room for them. */
  readonly samples: () => ReportSamples;
  /** The document's `signingKey`: PDF and JSON are sealed with it. Null: they are not. */
  readonly key: SigningKey | null;
}

type Writer = (document: ReportDocument, material: ReportMaterial) => OpenReport['pieces'];

const WRITERS: Readonly<Record<ReportFormat, Writer>> = {
  pdf: signedPdf,
  csv: (document, { samples }) => reportToCsv(document, samples()),
  xlsx: (document, { samples }) => reportToXlsx(document, samples()),
  json: (document, { samples, key }) => jsonPieces(document, samples(), key),
  bids: (document, { samples }) => zipPieces(Object.entries(reportToBids(document, samples()))),
  elan: (document) => encode(reportToElan(document)),
  boris: (document) => encode(reportToBoris(document)),
  'boris-events': (document) => encode(reportToTabularEvents(document)),
  mne: (document) => encode(reportToMne(document)),
  parquet: (document, { samples }) => reportToParquet(document, samples()),
  xdf: (document, { samples }) => reportToXdf(document, samples()),
  redcap: (document, { samples }) => [zip(reportToRedcap(document, samples()))],
  fhir: (document, { samples }) => encode(reportToFhir(document, 'collection', samples())),
  'fhir-transaction': (document, { samples }) => encode(reportToFhir(document, 'transaction', samples())),
};

/**
 * Begins to write a report down. The same document, samples and key give the same bytes.
 *
 * @throws RangeError if the key is not the one that the document names.
 */
export function openReport(document: ReportDocument, material: ReportMaterial, format: ReportFormat): OpenReport {
  const named = document.signingKey?.fingerprint ?? null;
  const given = material.key?.publicKey.fingerprint ?? null;
  if (named !== given) throw new RangeError(`the key ${named} that the report names was expected; found ${given}`);
  const { ending, mediaType } = FORMAT_FACTS[format];
  const { child, session, timeZone } = document;
  const when = session.startedAtIso && timeZone ? siteDay(session.startedAtIso, timeZone) : session.id;
  return {
    fileName: `faceward-${child.code}-${when}${ending}`,
    mediaType,
    pieces: WRITERS[format](document, material),
  };
}

/** The same, all of it in memory. @throws RangeError as above. */
export async function writeReport(
  document: ReportDocument,
  material: ReportMaterial,
  format: ReportFormat,
): Promise<ReportFile> {
  const { pieces, ...about } = openReport(document, material, format);
  return { ...about, bytes: await wholeOf(pieces) };
}

async function* signedPdf(document: ReportDocument, { key }: ReportMaterial): AsyncGenerator<Bytes> {
  const bytes = await reportToPdf(document, key && { reserve: reserveSeal, ofData: (json) => sealJson(json, key) });
  if (key) sealPdf(bytes, key);
  yield bytes;
}

function encode(text: string): Bytes[] {
  return [new TextEncoder().encode(text)];
}
