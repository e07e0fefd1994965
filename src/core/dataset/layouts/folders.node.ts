import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { EMOTIONS, isEmotion } from '../../emotion/emotion.ts';
import { type Failure, failure } from '../../words/failure.ts';
import type { DatasetProblem, ImageRecord } from '../dataset.ts';
import { GROUPS } from '../faces/face-set.ts';
import { fileFault } from '../file-fault.node.ts';
import type { FolderContents, Layout } from './layout.ts';

const IMAGE_FILE = /\.(jpe?g|png|webp)$/i;

/**
 * A dataset without manifest: `child/anger/x.jpg`, `adult/neutral/y.png` and so on. Nothing says who is who, so each
 * file is its own subject, and no age and no face box are known.
 */
export const folders: Layout = {
  name: 'folders',
  description: null,
  recognises: (dir) => GROUPS.some((group) => existsSync(join(dir, group))),
  read: async (dir) => readFolders(dir),
};

function readFolders(dir: string): FolderContents {
  const records: ImageRecord[] = [];
  const problems: DatasetProblem[] = [];
  const leaveOut = (path: string, why: Failure) => problems.push({ dir, row: null, path, why });
  for (const group of GROUPS) {
    for (const emotion of entriesOf(join(dir, group))) {
      if (!isEmotion(emotion)) {
        leaveOut(`${group}/${emotion}`, failure('leftOut.folder-name', { emotions: EMOTIONS.join(', ') }));
        continue;
      }
      for (const file of entriesOf(join(dir, group, emotion))) {
        const path = `${group}/${emotion}/${file}`;
        const fault = IMAGE_FILE.test(file) ? fileFault(dir, path) : failure('leftOut.file-kind');
        if (fault) leaveOut(path, fault);
        // The folder's name keeps files of two datasets apart that happen to be called the same.
        else {
          const subject = `${basename(dir)}/${path}`;
          records.push({
            dir,
            row: null,
            path,
            subject,
            group,
            emotion,
            source: { kind: 'file' },
            ageYears: null,
            votes: null,
            split: null,
            box: null,
          });
        }
      }
    }
  }
  return { records, problems, subjectsKnown: false };
}

/** Names in a folder, sorted by code unit so that every machine reads them in the same order; hidden ones left out. */
function entriesOf(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch (error) {
    // A dataset may have only one of the groups; a stray file beside the folders is named by the caller.
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
