import { realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Failure, failure } from '../words/failure.ts';

/** A photograph of 200 million pixels is smaller; what is larger is not opened. */
const MOST_IMAGE_BYTES = 256 * 1024 * 1024;

/**
 * Says why a file of a dataset must not or cannot be opened: missing, no file, too large, or a link that leads out of
 * the dataset's folder.
 *
 * @param path Relative to `dir`.
 * @param mostBytes Of the largest file that may be opened.
 * @returns Null when it may be opened.
 */
export function fileFault(dir: string, path: string, mostBytes = MOST_IMAGE_BYTES): Failure | null {
  let real: string;
  try {
    real = realpathSync(join(dir, path));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? failure('leftOut.file-missing') : failure('leftOut.file-unreachable', { code });
  }
  if (!real.startsWith(realpathSync(dir) + sep)) return failure('leftOut.file-leads-out');
  const stats = statSync(real);
  if (!stats.isFile()) return failure('leftOut.file-none');
  if (stats.size > mostBytes) {
    return failure('leftOut.file-too-large', { most: mostBytes / 2 ** 20, found: Math.ceil(stats.size / 2 ** 20) });
  }
  return null;
}
