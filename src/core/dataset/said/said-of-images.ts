import type { Emotion } from '../../emotion/emotion.ts';
import type { Group } from '../faces/face-set.ts';
import { folderMeaning } from '../layouts/folder-meaning.ts';
import type { DatasetStatement } from './statement.ts';
import { foldersAroundAll, ownFolders, subjectReader } from './subject-rule.ts';

/** What a statement says of an image, as the cells of a manifest's row; '' where it says nothing. */
export interface SaidOfImage {
  readonly subject: string;
  readonly group: Group | '';
  /** An emotion, or the words that should name one. */
  readonly emotion: string;
}

/**
 * Makes of a statement what a manifest would say of each image.
 *
 * @param paths Of all images, relative to the dataset's folder.
 */
export function saidOfImages(
  { group: all, subject, emotionsFromFolders }: Pick<DatasetStatement, 'group' | 'subject' | 'emotionsFromFolders'>,
  paths: readonly string[],
): (path: string) => SaidOfImage {
  const subjectOf = subjectReader(subject, paths);
  const around = foldersAroundAll(paths);
  const emotionIn = (path: string, emotions: readonly Emotion[], person: string | null) => {
    if (!emotionsFromFolders) return '';
    if (emotions.length > 0) return emotions.join(', ');
    return ownFolders(path, around).findLast(({ name }) => name !== person)?.name ?? '';
  };
  return (path) => {
    const { group, emotions } = folderMeaning(path.split('/').slice(0, -1));
    const person = subjectOf(path);
    return { subject: person ?? '', group: all ?? group ?? '', emotion: emotionIn(path, emotions, person) };
  };
}

/** A row of a manifest with the columns that it lacks. An empty cell stays what it is: a mistake, or no label. */
export function completedRow(
  row: Readonly<Record<string, string>>,
  said: SaidOfImage,
  labelColumn: string,
): Record<string, string> {
  return {
    ...row,
    subject: row.subject ?? said.subject,
    group: row.group ?? said.group,
    [labelColumn]: row[labelColumn] ?? said.emotion,
  };
}
