import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it that are not there. Node's own way to make a whole path does not come back where a
 * system refuses it without a reason, as Linux does under /proc.
 *
 * @param mode Of each folder that is made.
 * @throws What the system says of the first one that cannot be made.
 */
export function makeFolder(path: string, mode = 0o777): void {
  const missing: string[] = [];
  let above = resolve(path);
  for (; !isThere(above) && dirname(above) !== above; above = dirname(above)) missing.push(above);
  for (const each of missing.reverse()) {
    try {
      mkdirSync(each, { mode });
    } catch (error) {
      // Somebody else made it meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(each).isDirectory()) throw error;
    }
  }
  // Where a file stands in its place the system says so.
  if (!statSync(path).isDirectory()) mkdirSync(path, { mode });
}

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // Below a file nothing can be; the file itself is there.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false;
    throw error;
  }
}
