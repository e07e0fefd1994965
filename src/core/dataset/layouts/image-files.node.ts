import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const IMAGE_FILE = /\.(jpe?g|jpe|jfif|png|webp|bmp|tiff?|hei[cf]|avif)$/i;
/** What systems put beside images on their own: thumbnails, the look of a folder, a Mac's half of a zip, a NAS's index. */
const SYSTEM_NAMES = /^(thumbs\.db|ehthumbs(_vista)?\.db|desktop\.ini|icon\r?|__macosx|@eadir|\$recycle\.bin)$/i;
/** Deeper than any known picture set. */
const MOST_DEPTH = 8;
/** As many names show what a folder holds. */
const LOOKED_AT = 40;

/**
 * Every file in a folder and those below it, relative to it with forward slashes, sorted by code unit within each
 * folder. Hidden files, those of the system, and links to folders are left out.
 */
export function* filesBelow(dir: string, within = '', depth = MOST_DEPTH): Generator<string> {
  for (const entry of entriesOf(join(dir, within))) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isFile() || isLinkToFile(entry)) yield path;
    else if (entry.isDirectory() && depth > 0) yield* filesBelow(dir, path, depth - 1);
  }
}

/** Every folder below a folder, relative to it, the nearest first. */
export function* foldersBelow(dir: string): Generator<string> {
  let level = [''];
  for (let depth = 0; depth < MOST_DEPTH && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const within of level) {
      for (const entry of entriesOf(join(dir, within))) {
        if (!entry.isDirectory()) continue;
        const path = within === '' ? entry.name : `${within}/${entry.name}`;
        next.push(path);
        yield path;
      }
    }
    level = next;
  }
}

export function isImageFile(path: string): boolean {
  return IMAGE_FILE.test(path);
}

/** The images among {@link filesBelow}. */
export function* imagesBelow(dir: string): Generator<string> {
  for (const path of filesBelow(dir)) if (isImageFile(path)) yield path;
}

/** Whether one of the first images in a folder is called so. */
export function hasImageNamed(dir: string, name: RegExp): boolean {
  return imagesBelow(dir)
    .take(LOOKED_AT)
    .some((path) => name.test(path));
}

/** Where it leads is looked at when it is opened. */
function isLinkToFile(entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return false;
  return statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.isFile() ?? false;
}

function entriesOf(dir: string): Dirent[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !SYSTEM_NAMES.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
