import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Failure, failure } from '../words/failure.ts';
import { fileFault } from './file-fault.node.ts';

export type FoundFile =
  /** `path`: as its names are written on the disk, relative to the folder. */
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'fault'; readonly why: Failure };

/**
 * Finds files of a dataset by names that were typed elsewhere. A Mac's zip has "ë" as two code points where a keyboard
 * gives one, and some systems do not tell capitals from small letters: such names look the same to whoever compares them.
 * A file whose name is written exactly so goes before others; where several others are alike, none is guessed.
 *
 * @returns Keeps what it has seen of folders, for one reading of a dataset.
 */
export function fileFinder(dir: string): (path: string) => FoundFile {
  const listings = new Map<string, readonly string[]>();
  const entriesOf = (within: string) => {
    const known = listings.get(within) ?? readdirSync(join(dir, within));
    listings.set(within, known);
    return known;
  };
  return (path) => {
    const found = existsSync(join(dir, path)) ? { kind: 'file' as const, path } : findAlike(path, entriesOf);
    if (found.kind === 'fault') return found;
    const why = fileFault(dir, found.path);
    return why ? { kind: 'fault', why } : found;
  };
}

function findAlike(path: string, entriesOf: (within: string) => readonly string[]): FoundFile {
  let within = '';
  for (const part of path.split('/').filter((each) => each !== '' && each !== '.')) {
    const alike = alikeIn(listed(within, entriesOf), part);
    if (alike.length === 0) return { kind: 'fault', why: failure('leftOut.file-missing') };
    if (alike.length > 1) return { kind: 'fault', why: failure('leftOut.file-alike', { found: alike }) };
    within = within === '' ? alike[0]! : `${within}/${alike[0]}`;
  }
  return { kind: 'file', path: within };
}

/** The names that are the same text; if there is none, those that are it but for capitals. */
function alikeIn(entries: readonly string[], name: string): string[] {
  if (entries.includes(name)) return [name];
  const sameText = entries.filter((each) => each.normalize('NFC') === name.normalize('NFC'));
  return sameText.length > 0 ? sameText : entries.filter((each) => spellingKey(each) === spellingKey(name));
}

/** Nothing for what is no folder, or cannot be looked into. */
function listed(within: string, entriesOf: (within: string) => readonly string[]): readonly string[] {
  try {
    return entriesOf(within);
  } catch {
    return [];
  }
}

/** The same for names that look alike: composed letters, no capitals. */
export function spellingKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
