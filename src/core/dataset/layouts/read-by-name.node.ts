import type { DatasetProblem, ImageRecord } from '../dataset.ts';
import { fileFault } from '../file-fault.node.ts';
import { imagesBelow } from './image-files.node.ts';
import type { FolderContents } from './layout.ts';

/** What the name of an image says; the rest is known for no picture set that is read by its names. */
export type Named = Pick<ImageRecord, 'subject' | 'emotion'>;

/**
 * Reads a set of pictures of children in which each file's name says who shows what.
 *
 * @param meaningOf What a path, relative to the folder, says; or why the image cannot be used.
 */
export function readByName(dir: string, meaningOf: (path: string) => Named | string): FolderContents {
  const records: ImageRecord[] = [];
  const problems: DatasetProblem[] = [];
  for (const path of imagesBelow(dir)) {
    const named = meaningOf(path);
    const fault = typeof named === 'string' ? named : fileFault(dir, path);
    if (typeof named === 'string' || fault) {
      problems.push({ dir, row: null, path, reason: fault ?? '' });
      continue;
    }
    records.push({
      dir,
      path,
      row: null,
      source: { kind: 'file' },
      group: 'child',
      ageYears: null,
      ...named,
      votes: null,
      split: null,
      box: null,
    });
  }
  return { records, problems, subjectsKnown: true };
}
