import { type PublicKey, readPublicKeyText } from '../../security/signature.node.ts';
import { attachedTexts } from './attached-texts.node.ts';
import type { ChangedPart } from './changed-part.ts';
import { readJsonObject, textOfJson } from './read-json.ts';
import { checkJsonSeal } from './seal-json.node.ts';
import { checkPdfSeal } from './seal-pdf.node.ts';

/** What can be said of a file by itself. Whether the key is one that the reader knows is for the reader to compare. */
export type Verdict =
  | {
      /**
       * `rewritten`: another program wrote a PDF anew (saved, merged, made smaller). Its data are as signed; of the pages
       * nothing can be said.
       */
      readonly kind: 'unchanged' | 'rewritten';
      /** Of whoever signed it. */
      readonly key: PublicKey;
      /** The report as JSON, with a seal of its own. */
      readonly data: string;
    }
  /** `what` differs, at least. */
  | { readonly kind: 'changed'; readonly what: readonly ChangedPart[] }
  | { readonly kind: 'not-a-report' };

/** No report is longer; of a longer file it would take minutes, and more memory than a ward's machine has, to say that it is none. */
export const MOST_REPORT_BYTES = 256 * 2 ** 20;

/** Tells whether a report, PDF or JSON, is as a site signed it. Needs nothing but the file, of MOST_REPORT_BYTES at the most. */
export function verifyReport(bytes: Uint8Array): Verdict {
  return isPdf(bytes) ? verifyPdf(bytes) : verifyJson(textOfJson(bytes));
}

function isPdf(bytes: Uint8Array): boolean {
  // A PDF whose first bytes were changed is told by its seal.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return text.subarray(0, 1024).includes('%PDF-') || text.includes('/Type /FacewardSeal');
}

function verifyPdf(bytes: Uint8Array): Verdict {
  const found = checkPdfSeal(bytes);
  if (found.kind === 'broken') return { kind: 'changed', what: found.differs };
  if (found.kind === 'genuine') {
    if (found.differs.length > 0) return { kind: 'changed', what: found.differs };
    const [data] = attachedTexts(bytes);
    // Signed by somebody's key, and without what every report of ours has.
    if (data === undefined) return { kind: 'not-a-report' };
    return signedBy(found.seal.publicKey, data, 'unchanged');
  }
  for (const data of attachedTexts(bytes)) {
    const verdict = verifyJson(data);
    if (verdict.kind === 'unchanged') return { ...verdict, kind: 'rewritten' };
    if (verdict.kind === 'changed') return verdict;
  }
  return { kind: 'not-a-report' };
}

function verifyJson(text: string): Verdict {
  const found = checkJsonSeal(text);
  if (found.kind === 'none') return { kind: 'not-a-report' };
  if (found.kind === 'broken' || found.differs.length > 0) return { kind: 'changed', what: found.differs };
  return signedBy(found.publicKey, text, 'unchanged');
}

/** Another key than the one that the report itself names: somebody took the seal away and put his own. */
function signedBy(publicKey: string, data: string, kind: 'unchanged' | 'rewritten'): Verdict {
  const key = readPublicKeyText(publicKey);
  const named = readJsonObject(data)?.signingKey as { fingerprint?: unknown } | null | undefined;
  if (!key || named?.fingerprint !== key.fingerprint) {
    return { kind: 'changed', what: [{ part: 'other-key' }] };
  }
  return { kind, key, data };
}
