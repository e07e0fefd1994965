import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

const IMAGE_FILE = /\.(jpe?g|png|webp|bmp|tiff?)$/i;
/** Deeper than any known picture set. */
const MOST_DEPTH = 8;
/** As many names show what a folder holds. */
const LOOKED_AT = 40;

/**
 * Every file in a folder and those below it, relative to it with forward slashes, sorted by code unit within each
 * folder. Hidden files and links are left out.
 */
export function* filesBelow(dir: string, within = '', depth = MOST_DEPTH): Generator<string> {
  for (const entry of entriesOf(join(dir, within))) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && depth > 0) yield* filesBelow(dir, path, depth - 1);
  }
}

/** The images among {@link filesBelow}. */
export function* imagesBelow(dir: string): Generator<string> {
  for (const path of filesBelow(dir)) if (IMAGE_FILE.test(path)) yield path;
}

/** Whether one of the first images in a folder is called so. */
export function hasImageNamed(dir: string, name: RegExp): boolean {
  return imagesBelow(dir)
    .take(LOOKED_AT)
    .some((path) => name.test(path));
}

function entriesOf(dir: string): Dirent[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
