import type { Failure } from '../../words/failure.ts';
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
export function readByName(dir: string, meaningOf: (path: string) => Named | Failure): FolderContents {
  const records: ImageRecord[] = [];
  const problems: DatasetProblem[] = [];
  const leaveOut = (path: string, why: Failure) => problems.push({ dir, row: null, path, why });
  for (const path of imagesBelow(dir)) {
    const named = meaningOf(path);
    if ('reason' in named) {
      leaveOut(path, named);
      continue;
    }
    const fault = fileFault(dir, path);
    if (fault) {
      leaveOut(path, fault);
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
