import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  isSignatureOf,
  type PublicKey,
  readPublicKeyText,
  type SigningKey,
  signatureOf,
} from '../../core/security/signature.node.ts';
import { type Failure, failure } from '../../core/words/failure.ts';
import { RoundRefused } from './round-refused.ts';

/**
 * A round as one file, for sites without a network (`.faceward-round`): a line of JSON, a line with the signature over the bytes of
 * the first (Ed25519, base64url), then the weights as safetensors. `head`, `openssl` and `sha256sum` can check it without this program.
 */
const headerSchema = z.object({
  format: z.literal('faceward-round'),
  version: z.literal(1),
  /** From the coordinator to sites, or back. */
  kind: z.enum(['handed-out', 'answer']),
  task: z.enum(['fit', 'measure']),
  round: z.number().int().min(1),
  /** The 32 bytes of the key in base64url. */
  publicKey: z.string().max(64),
  weightsSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What the site says beside its weights; null from the coordinator. */
  answer: z.record(z.string(), z.json()).nullable(),
  madeAtIso: z.iso.datetime(),
});

export type RoundHeader = z.output<typeof headerSchema>;

/** A header as it is written, and its signature. */
export interface SignedHeader {
  readonly text: string;
  readonly signature: string;
}

const NEWLINE = 0x0a;
const MOST_HEADER_BYTES = 256 * 1024;

export function signRound(
  header: Omit<RoundHeader, 'format' | 'version' | 'publicKey'>,
  key: SigningKey,
): SignedHeader {
  const whole: RoundHeader = { format: 'faceward-round', version: 1, ...header, publicKey: key.publicKey.text };
  const text = JSON.stringify(headerSchema.parse(whole));
  return { text, signature: signatureOf(Buffer.from(text, 'utf8'), key) };
}

export function packRound({ text, signature }: SignedHeader, weights: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${text}\n${signature}\n`, 'utf8'), weights]);
}

/** What a reader expects of a file, so that no other is taken for it. */
interface Expected {
  /** Whose signature is trusted. */
  readonly key: PublicKey;
  readonly kind: RoundHeader['kind'];
  readonly task: RoundHeader['task'];
  readonly round: number;
}

/**
 * Reads a round's file, which anybody may have made: nothing in it is believed before its signature is.
 *
 * @throws RoundRefused "round-file" for what is no such file, unsigned, changed, of another key, or of another round or task.
 */
export function openRound(
  bytes: Uint8Array,
  { key, kind, task, round }: Expected,
): { header: RoundHeader; weights: Uint8Array } {
  const first = bytes.subarray(0, MOST_HEADER_BYTES).indexOf(NEWLINE);
  const second = first < 0 ? -1 : bytes.subarray(0, MOST_HEADER_BYTES).indexOf(NEWLINE, first + 1);
  const line = bytes.subarray(0, Math.max(0, first));
  const header = first < 0 || second < 0 ? null : headerOf(line);
  if (!header) throw refused(failure('federation.no-round-file'));
  const signer = readPublicKeyText(header.publicKey);
  const signature = Buffer.from(bytes.subarray(first + 1, second)).toString('utf8');
  if (!signer || !isSignatureOf(signature, line, signer)) throw refused(failure('federation.round-file-changed'));
  if (signer.text !== key.text) {
    throw refused(failure('federation.round-file-foreign', { found: signer.fingerprint, wanted: key.fingerprint }));
  }
  const weights = bytes.subarray(second + 1);
  if (createHash('sha256').update(weights).digest('hex') !== header.weightsSha256) {
    throw refused(failure('federation.round-file-changed'));
  }
  const [wanted, found] = [{ kind, task, round }, header].map((each) => `${each.kind}, ${each.task}, ${each.round}`);
  if (wanted !== found) throw refused(failure('federation.round-file-other', { wanted: wanted!, found: found! }));
  return { header, weights };
}

function refused(why: Failure): RoundRefused {
  return new RoundRefused('round-file', why);
}

/** @returns Null for what is no header of this version. */
function headerOf(line: Uint8Array): RoundHeader | null {
  try {
    return headerSchema.safeParse(JSON.parse(Buffer.from(line).toString('utf8'))).data ?? null;
  } catch {
    // No JSON, so no header.
    return null;
  }
}
