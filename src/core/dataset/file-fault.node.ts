import { realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A photograph is smaller; what is larger is not opened. */
const MOST_IMAGE_BYTES = 64 * 1024 * 1024;

/**
 * Says why a file of a dataset must not or cannot be opened: missing, no file, too large, or a link that leads out of
 * the dataset's folder.
 *
 * @param path Relative to `dir`.
 * @param mostBytes Of the largest file that may be opened.
 * @returns Null when it may be opened.
 */
export function fileFault(dir: string, path: string, mostBytes = MOST_IMAGE_BYTES): string | null {
  let real: string;
  try {
    real = realpathSync(join(dir, path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? 'there is no such file' : `the file cannot be reached (${code})`;
  }
  if (!real.startsWith(realpathSync(dir) + sep)) return 'the file is a link that leads out of the dataset’s folder';
  const stats = statSync(real);
  if (!stats.isFile()) return 'a file was expected; found something else';
  if (stats.size > mostBytes) {
    return `an image of at most ${mostBytes / 2 ** 20} MB was expected; found ${Math.ceil(stats.size / 2 ** 20)} MB`;
  }
  return null;
}
