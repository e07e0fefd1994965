import type { SigningKey } from '../../security/signature.node.ts';
import { digestOf, isSealGenuine, readSeal, type Seal, writeSeal } from './seal.node.ts';

/** The seal is the last field of the object, and signs every byte before it. */
const BEFORE = ',"seal":';
const AFTER = '}\n';

/**
 * Adds a seal to a JSON document.
 *
 * @param json One object, as JSON.stringify writes it, with a newline behind.
 */
export function sealJson(json: string, key: SigningKey): string {
  const body = json.slice(0, -AFTER.length);
  const fields = Object.entries(JSON.parse(json) as Record<string, unknown>);
  const bytes = Buffer.byteLength(body);
  const seal = writeSeal(
    {
      kind: 'json',
      // The seal's own length depends on this number; the text around it is fixed, so that what stands before it tells all.
      fileBytes: bytes,
      sealAtByte: bytes,
      sealBytes: 0,
      digest: digestOf(body),
      parts: fields.map(([name, value]) => ({ name, objects: [], digest: digestOf(JSON.stringify(value)) })),
    },
    key,
  );
  return `${body}${BEFORE}${seal}${AFTER}`;
}

export type JsonSeal =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly differs: readonly string[] }
  | { readonly kind: 'genuine'; readonly seal: Seal; readonly differs: readonly string[]; readonly json: string };

/** @param text A whole file. */
export function checkJsonSeal(text: string): JsonSeal {
  const at = text.lastIndexOf(BEFORE);
  if (at < 0 || !text.includes('"faceward-report/')) return { kind: 'none' };
  const body = text.slice(0, at);
  const tail = text.slice(at + BEFORE.length);
  const seal = tail.endsWith(AFTER) ? readSeal(tail.slice(0, -AFTER.length)) : null;
  if (!seal) return { kind: 'broken', differs: ['the signature'] };
  const isWhole = digestOf(body) === seal.digest;
  const differs = isWhole ? [] : differing(`${body}${AFTER}`, seal);
  return isSealGenuine(seal)
    ? { kind: 'genuine', seal, differs, json: `${body}${AFTER}` }
    : { kind: 'broken', differs: [...differs, 'the signature'] };
}

/** Names of the fields that differ, are gone or were added. */
function differing(json: string, { parts }: Seal): string[] {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(json);
  } catch {
    // Changed so that it is no JSON any more: which part it was cannot be told.
    return ["the file's structure"];
  }
  const known = new Map(parts.map(({ name, digest }) => [name, digest]));
  const names = [...new Set([...known.keys(), ...Object.keys(value)])].filter(
    (name) => !Object.hasOwn(value, name) || digestOf(JSON.stringify(value[name])) !== known.get(name),
  );
  return names.length > 0 ? names : ["the file's structure"];
}
