import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { z } from 'zod';
import { failure } from '../../core/words/failure.ts';
import { type FederationFile, federationFileSchema } from './federation-file.ts';
import { RoundRefused } from './round-refused.ts';

/** A federation file as it was read, with the SHA-256 of its bytes, by which an administrator confirms it. */
interface ReadFile {
  readonly file: FederationFile;
  readonly sha256: string;
}

/**
 * Reads a site's federation file. Paths in it are from its own folder on.
 *
 * @throws RoundRefused "federation-file" saying what is wrong with it.
 */
export function readFederationFile(file: string): ReadFile {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const why = (cause as Error).message;
    throw new RoundRefused('federation-file', failure('federation.file-unreadable', { file, why }), { cause });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new RoundRefused('federation-file', failure('federation.file-not-json', { file }), { cause });
  }
  const result = federationFileSchema.safeParse(value);
  if (!result.success) throw refusalOf(file, result.error.issues[0]!);
  const from = dirname(resolve(file));
  const absolute = (path: string | null) => (path === null ? null : resolve(from, path));
  const { data, dataset, model, mayShare, ...others } = result.data;
  const read: FederationFile = {
    ...others,
    data: absolute(data),
    dataset: dataset.map((each) => resolve(from, each)),
    model: absolute(model),
    mayShare: absolute(mayShare),
  };
  return { file: read, sha256: createHash('sha256').update(text).digest('hex') };
}

function refusalOf(file: string, issue: z.core.$ZodIssue): RoundRefused {
  const within = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => (within === '' ? key : `${within}.${key}`)).join(', ');
    return new RoundRefused('federation-file', failure('federation.file-unknown-keys', { file, keys }));
  }
  const wrong = { file, field: within || 'the whole', why: issue.message };
  return new RoundRefused('federation-file', failure('federation.file-wrong', wrong));
}
