import { createHash } from 'node:crypto';
import { failure } from '../words/failure.ts';
import { ModelFolderError } from './model-folder-error.ts';

/**
 * What a model is, as one number: SHA-256 of the listing that `sha256sum README.md config.json model.safetensors` prints in
 * its folder. The listing lies beside them as SHA256SUMS, so that `sha256sum -c SHA256SUMS` says which file was changed and
 * `sha256sum SHA256SUMS` gives the digest.
 */

/** In the order of the listing. The evaluation and its page are copies of what config.json holds. */
export const DIGESTED_FILES = ['README.md', 'config.json', 'model.safetensors'] as const;

export type DigestedFile = (typeof DIGESTED_FILES)[number];

/** The listing of SHA256SUMS. */
export function sumsOf(files: Readonly<Record<DigestedFile, string | Uint8Array>>): string {
  return DIGESTED_FILES.map((name) => `${sha256(files[name])}  ${name}\n`).join('');
}

/** @returns 64 hexadecimal digits. */
export function digestOf(sums: string): string {
  return sha256(sums);
}

/**
 * Compares a folder's files with the listing that lies beside them. A model of an earlier version has none.
 *
 * @throws ModelFolderError naming the file that is not as it was written.
 */
export function checkSums(dir: string, sums: string, listed: string | null): void {
  if (listed === null || listed === sums) return;
  const lines = new Set(listed.split('\n'));
  const changed = DIGESTED_FILES.find((_, index) => !lines.has(sums.split('\n')[index]!));
  throw new ModelFolderError(failure('models.file-changed', { path: dir, file: changed ?? 'SHA256SUMS' }));
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
