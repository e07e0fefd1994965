import { inflateSync } from 'node:zlib';
import { type PublicKey, readPublicKeyText } from '../../security/signature.node.ts';
import { pdfObjects } from './pdf-objects.ts';
import type { Seal } from './seal.node.ts';
import { checkJsonSeal } from './seal-json.node.ts';
import { checkPdfSeal } from './seal-pdf.node.ts';

/** What can be said of a file by itself. Whether the key is one that the reader knows is for the reader to compare. */
export type Verdict =
  | {
      readonly kind: 'unchanged';
      /** Of whoever signed it. */
      readonly key: PublicKey;
      /** The report as JSON. */
      readonly data: string;
    }
  /** `what` differs, at least. */
  | { readonly kind: 'changed'; readonly what: readonly string[] }
  | { readonly kind: 'not-a-report' };

/** An attached document longer than this is not ours. */
const MOST_DATA_BYTES = 512 * 2 ** 20;

const ANOTHER_KEY = 'the signature: it is not by the key that the report names';

/** Tells whether a report, PDF or JSON, is as a site signed it. Needs nothing but the file. */
export function verifyReport(bytes: Uint8Array): Verdict {
  return isPdf(bytes) ? verifyPdf(bytes) : verifyJson(bytes);
}

function isPdf(bytes: Uint8Array): boolean {
  // A PDF whose first bytes were changed is told by its seal.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return text.subarray(0, 5).toString('latin1') === '%PDF-' || text.includes('/Type /FacewardSeal');
}

function verifyPdf(bytes: Uint8Array): Verdict {
  const found = checkPdfSeal(bytes);
  if (found.kind === 'none') return { kind: 'not-a-report' };
  if (found.kind === 'broken' || found.differs.length > 0) return { kind: 'changed', what: found.differs };
  return signedBy(found.seal, attachedData(bytes, found.seal));
}

function verifyJson(bytes: Uint8Array): Verdict {
  const found = checkJsonSeal(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  if (found.kind === 'none') return { kind: 'not-a-report' };
  if (found.kind === 'broken' || found.differs.length > 0) return { kind: 'changed', what: found.differs };
  return signedBy(found.seal, found.json);
}

/** Another key than the one that the report itself names: somebody took the seal away and put his own. */
function signedBy({ publicKey }: Seal, data: string): Verdict {
  const key = readPublicKeyText(publicKey);
  const named: { signingKey?: { fingerprint?: unknown } | null } = JSON.parse(data);
  if (!key || named.signingKey?.fingerprint !== key.fingerprint) return { kind: 'changed', what: [ANOTHER_KEY] };
  return { kind: 'unchanged', key, data };
}

/** Of a file that is as it was signed, so laid out as we write it. */
function attachedData(bytes: Uint8Array, { parts }: Seal): string {
  const objects = pdfObjects(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
  const numbers = parts.find(({ name }) => name === 'the attached data')?.objects ?? [];
  const file = numbers.map((number) => objects.get(number) ?? '').find((text) => text.includes('/Type /EmbeddedFile'));
  const [, stream] = /\nstream\n([\s\S]*)\nendstream/.exec(file ?? '') ?? [];
  if (stream === undefined) throw new Error('a signed report without attached data');
  return inflateSync(Buffer.from(stream, 'latin1'), { maxOutputLength: MOST_DATA_BYTES }).toString('utf8');
}
