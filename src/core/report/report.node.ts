import type { SigningKey } from '../security/signature.node.ts';
import { reportToBids } from './bids/bids.ts';
import { reportToBoris } from './boris/boris.ts';
import { reportToTabularEvents } from './boris/tabular-events.node.ts';
import { reportToCsv } from './csv.node.ts';
import { reportToElan } from './elan/elan.ts';
import { reportToFhir } from './fhir/fhir.ts';
import { reportToMne } from './mne/mne.node.ts';
import { reportToParquet } from './parquet/parquet.ts';
import { reportToPdf } from './pdf/pdf.node.ts';
import { reportToRedcap } from './redcap/redcap.node.ts';
import type { ReportDocument } from './report-document.ts';
import { FORMAT_FACTS, type ReportFormat } from './report-format.ts';
import { reportToJson } from './report-json.ts';
import type { ReportSamples } from './report-samples.ts';
import { sealJson } from './seal/seal-json.node.ts';
import { reserveSeal, sealPdf } from './seal/seal-pdf.node.ts';
import { siteDay } from './time/site-time.ts';
import { reportToXdf } from './xdf/xdf.ts';
import { reportToXlsx } from './xlsx/xlsx.node.ts';
import { zip } from './zip.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

export interface ReportFile {
  /** Made of the child's code and the session's day, or of their pseudonyms; holds no name. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Bytes;
}

/** What a report is written with besides its document. */
export interface ReportMaterial {
  /** All single samples; only asked for by a format that has room for them. */
  readonly samples: () => ReportSamples;
  /** The document's `signingKey`: PDF and JSON are sealed with it. Null: they are not. */
  readonly key: SigningKey | null;
}

type Writer = (document: ReportDocument, material: ReportMaterial) => Bytes | Promise<Bytes>;

const WRITERS: Readonly<Record<ReportFormat, Writer>> = {
  pdf: signedPdf,
  csv: (document, { samples }) => reportToCsv(document, samples()),
  xlsx: (document, { samples }) => reportToXlsx(document, samples()),
  json: signedJson,
  bids: (document, { samples }) => zip(reportToBids(document, samples())),
  elan: (document) => encode(reportToElan(document)),
  boris: (document) => encode(reportToBoris(document)),
  'boris-events': (document) => encode(reportToTabularEvents(document)),
  mne: (document) => encode(reportToMne(document)),
  parquet: (document, { samples }) => reportToParquet(document, samples()),
  xdf: (document, { samples }) => reportToXdf(document, samples()),
  redcap: (document, { samples }) => zip(reportToRedcap(document, samples())),
  fhir: (document, { samples }) => encode(reportToFhir(document, 'collection', samples())),
  'fhir-transaction': (document, { samples }) => encode(reportToFhir(document, 'transaction', samples())),
};

/**
 * Writes a report down. The same document, samples and key give the same bytes.
 *
 * @throws RangeError if the key is not the one that the document names.
 */
export async function writeReport(
  document: ReportDocument,
  material: ReportMaterial,
  format: ReportFormat,
): Promise<ReportFile> {
  const named = document.signingKey?.fingerprint ?? null;
  const given = material.key?.publicKey.fingerprint ?? null;
  if (named !== given) throw new RangeError(`the key ${named} that the report names was expected; found ${given}`);
  const { ending, mediaType } = FORMAT_FACTS[format];
  const { child, session, timeZone } = document;
  const when = session.startedAtIso && timeZone ? siteDay(session.startedAtIso, timeZone) : session.id;
  return {
    fileName: `faceward-${child.code}-${when}${ending}`,
    mediaType,
    bytes: await WRITERS[format](document, material),
  };
}

async function signedPdf(document: ReportDocument, { key }: ReportMaterial): Promise<Bytes> {
  const bytes = await reportToPdf(document, key && { reserve: reserveSeal, ofData: (json) => sealJson(json, key) });
  if (key) sealPdf(bytes, key);
  return bytes;
}

function signedJson(document: ReportDocument, { samples, key }: ReportMaterial): Bytes {
  const json = reportToJson(document, samples());
  return encode(key ? sealJson(json, key) : json);
}

function encode(text: string): Bytes {
  return new TextEncoder().encode(text);
}
