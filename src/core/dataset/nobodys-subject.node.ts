import { basename } from 'node:path';

/**
 * The subject of an image of nobody known: one of its own. The folder's name keeps files of two datasets apart that happen to
 * be called the same.
 */
export function nobodysSubject(dir: string, path: string): string {
  return `${basename(dir)}/${path}`;
}
