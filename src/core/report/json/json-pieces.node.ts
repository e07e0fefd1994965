import type { SigningKey } from '../../security/signature.node.ts';
import { type Bytes, encoded } from '../pieces/pieces.ts';
import type { ReportDocument } from '../report-document.ts';
import { reportToJson, SAMPLES_FIELD, samplesJson } from '../report-json.ts';
import type { ReportSamples } from '../report-samples.ts';
import { digestOfAll } from '../seal/seal.node.ts';
import { jsonSealOf } from '../seal/seal-json.node.ts';

/**
 * The document with every sample as JSON, sealed with a key where there is one. The samples are read as often as they have
 * columns, and once more for the seal, so that they need not all be in memory.
 */
export function* jsonPieces(
  document: ReportDocument,
  samples: ReportSamples,
  key: SigningKey | null,
): Generator<Bytes> {
  yield* encoded(texts(document, samples, key));
}

function* texts(document: ReportDocument, samples: ReportSamples, key: SigningKey | null): Generator<string> {
  const json = reportToJson(document);
  yield `${json.trimEnd().slice(0, -1)},"${SAMPLES_FIELD}":`;
  yield* samplesJson(samples, 'written');
  if (key) {
    const digest = digestOfAll(samplesJson(samples, 'canonical'));
    yield `,"seal":${jsonSealOf(json, { [SAMPLES_FIELD]: digest }, key)}`;
  }
  yield '}\n';
}
