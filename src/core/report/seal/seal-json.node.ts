import canonicalize from 'canonicalize';
import { z } from 'zod';
import { isSignatureOf, readPublicKeyText, type SigningKey, signatureOf } from '../../security/signature.node.ts';
import type { ChangedPart } from './changed-part.ts';
import type { JsonSeal } from './json-seal.ts';
import { checkJsonSeal1 } from './json-seal-1.node.ts';
import { readJsonObject } from './read-json.ts';
import { digestOf } from './seal.node.ts';

/**
 * The seal of a JSON report: its last field, of all others. What is signed is what the values are, not how they are
 * written: line ends, blanks, the order of names and a byte order mark may change on the way.
 *
 * Source: RFC 8785, JSON Canonicalization Scheme; each field is digested in that form.
 */
const FORMAT = 'faceward-seal/2';

const bodySchema = z.strictObject({
  format: z.literal(FORMAT),
  /** Of the site, the 32 bytes of an Ed25519 key in base64url. */
  publicKey: z.string(),
  /** Field of the report -> SHA-256 of its value's canonical form, hexadecimal. */
  fields: z.record(z.string(), z.string()),
});

const sealSchema = bodySchema.extend({ signature: z.string() });

type Body = z.infer<typeof bodySchema>;

/**
 * Adds a seal to a JSON document.
 *
 * @param json One object, as JSON.stringify writes it, with a newline behind.
 */
export function sealJson(json: string, key: SigningKey): string {
  return `${json.trimEnd().slice(0, -1)},"seal":${jsonSealOf(json, {}, key)}}\n`;
}

/**
 * The value of the seal's field.
 *
 * @param further Fields that `json` does not hold, behind its own: name -> SHA-256 of the value's canonical form, hexadecimal.
 */
export function jsonSealOf(json: string, further: Readonly<Record<string, string>>, key: SigningKey): string {
  const fields = { ...digestsOf(JSON.parse(json)), ...further };
  const body: Body = { format: FORMAT, publicKey: key.publicKey.text, fields };
  return JSON.stringify({ ...body, signature: signatureOf(messageOf(body), key) });
}

/** @param text A whole file. */
export function checkJsonSeal(text: string): JsonSeal {
  const value = readJsonObject(text);
  if (!value) {
    const isLikeOurs = text.includes('"faceward-report/') && text.includes('"seal"');
    return isLikeOurs ? { kind: 'broken', differs: [{ part: 'structure' }] } : { kind: 'none' };
  }
  const { seal: found, ...fields } = value;
  if (found === undefined || !String(fields.format).startsWith('faceward-report/')) return { kind: 'none' };
  if ((found as { format?: unknown } | null)?.format === 'faceward-seal/1') return checkJsonSeal1(fields, found);
  const { data: seal } = sealSchema.safeParse(found);
  if (!seal || !isGenuine(seal)) return { kind: 'broken', differs: [{ part: 'signature' }] };
  const now = digestsOf(fields);
  const names = [...new Set([...Object.keys(seal.fields), ...Object.keys(now)])];
  const differs = names
    .filter((name) => now[name] !== seal.fields[name])
    .map((name): ChangedPart => ({ part: 'field', name }));
  return { kind: 'genuine', publicKey: seal.publicKey, differs };
}

function isGenuine({ signature, ...body }: z.infer<typeof sealSchema>): boolean {
  const key = readPublicKeyText(body.publicKey);
  return key !== null && isSignatureOf(signature, messageOf(body), key);
}

function digestsOf(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, digestOf(canonical(value))]));
}

function messageOf(body: Body): Uint8Array {
  return Buffer.from(canonical(body), 'utf8');
}

/** @returns Empty for a value without a canonical form (a text with half a character): no report was ever signed with one. */
function canonical(value: unknown): string {
  try {
    return canonicalize(value) ?? '';
  } catch {
    // The library refuses such texts by throwing.
    return '';
  }
}
