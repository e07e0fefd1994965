import type { ChangedPart } from './changed-part.ts';
import type { JsonSeal } from './json-seal.ts';
import { digestOf, isSealGenuine, readSeal } from './seal.node.ts';

/**
 * The seal that JSON reports had up to version 0.3: of the bytes before it. A report that somebody printed prettily, or
 * saved with other line ends, is written again as it was written first, since JSON.stringify has one way of doing so and
 * keeps the order of names; then the bytes are the same again unless a value differs.
 */
export function checkJsonSeal1(fields: Readonly<Record<string, unknown>>, sealValue: unknown): JsonSeal {
  const seal = readSeal(JSON.stringify(sealValue));
  if (!seal || !isSealGenuine(seal)) return { kind: 'broken', differs: [{ part: 'signature' }] };
  const body = JSON.stringify(fields).slice(0, -1);
  const { publicKey, parts, digest } = seal;
  if (digestOf(body) === digest) return { kind: 'genuine', publicKey, differs: [] };
  const known = new Map(parts.map((part) => [part.name, part.digest]));
  const differs: ChangedPart[] = [...new Set([...known.keys(), ...Object.keys(fields)])]
    .filter((name) => !Object.hasOwn(fields, name) || digestOf(JSON.stringify(fields[name])) !== known.get(name))
    .map((name) => ({ part: 'field', name }));
  return { kind: 'genuine', publicKey, differs: differs.length > 0 ? differs : [{ part: 'structure' }] };
}
