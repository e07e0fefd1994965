import { basename } from 'node:path';
import { EMOTIONS, type Emotion } from '../../emotion/emotion.ts';
import { failure } from '../../words/failure.ts';
import type { DatasetProblem, ImageRecord } from '../dataset.ts';
import { GROUPS, type Group } from '../faces/face-set.ts';
import { fileFault } from '../file-fault.node.ts';
import { nobodysSubject } from '../nobodys-subject.node.ts';
import type { SplitName } from '../split-name.ts';
import { emotionOfFolder } from './emotion-words.ts';
import { type FolderMeaning, folderMeaning, groupOfFolder } from './folder-meaning.ts';
import { groupNeeded } from './group-needed.ts';
import { filesBelow, foldersBelow, isImageFile } from './image-files.node.ts';
import type { FolderContents, Layout, LayoutOptions } from './layout.ts';

/**
 * A dataset without manifest, whose folders say what its images show: `child/anger/x.jpg`, and as such trees are found
 * in the wild: `Children/Happy`, `child/happiness/c003/x.jpg` or `child/c003/happiness/x.jpg` with a folder for each
 * child, `train/sad` and `test/sad`, `kind/blij`, all of it one folder too high.
 *
 * Folders may stand in any order. One named after an emotion says what is shown, one after a group whom, one after a split
 * where the set puts it; training without a validation set beside it is divided as usual. Of the other folders the outermost
 * says who is shown, which keeps a child with several sessions together; a folder that holds everything says nothing. Where
 * none is left, each file is its own subject. No age and no face box are known.
 */
export const folders: Layout = {
  name: 'folders',
  description: null,
  recognises: (dir) =>
    foldersBelow(dir).some((path) => {
      const name = basename(path);
      return groupOfFolder(name) !== null || emotionOfFolder(name) !== null;
    }),
  read: readFolders,
};

interface Found extends FolderMeaning {
  readonly path: string;
  readonly emotion: Emotion | null;
}

async function readFolders(dir: string, { group: said }: LayoutOptions): Promise<FolderContents> {
  const { images, people, problems } = sortedByFolders(dir);
  if (images.length > 0 && said === null && images.every(({ group }) => group === null)) {
    throw groupNeeded(basename(dir), dir);
  }
  const hasVal = images.some(({ split }) => split === 'val');
  const records: ImageRecord[] = [];
  for (const image of images) {
    const { path, emotion } = image;
    const group = image.group ?? said;
    if (!group || !emotion) continue;
    const fault = fileFault(dir, path);
    if (fault) problems.push({ dir, row: null, path, why: fault });
    else {
      records.push({
        dir,
        row: null,
        path,
        subject: people.subjectOf(image, group) ?? nobodysSubject(dir, path),
        group,
        emotion,
        source: { kind: 'file' },
        ageYears: null,
        votes: null,
        split: placedIn(image.split, hasVal),
        box: null,
      });
    }
  }
  const ungrouped = images.filter(({ group }) => (group ?? said) === null);
  for (const [path, count] of countBy(ungrouped, (image) => folderOf(image.path))) {
    problems.push({ dir, row: null, path, why: failure('leftOut.group-of-folder', { count }) });
  }
  return {
    records: records.toSorted(byGroupAndPath),
    problems: problems.toSorted(byPath),
    subjectsKnown: images.length > 0 && images.every((image) => people.subjectOf(image, 'child') !== null),
  };
}

/** Images whose folders name one emotion; of the rest each folder is a problem once, with what it holds. */
function sortedByFolders(dir: string): { images: Found[]; people: People; problems: DatasetProblem[] } {
  const images: Found[] = [];
  const problems: DatasetProblem[] = [];
  const without: Found[] = [];
  for (const path of filesBelow(dir)) {
    const meaning = folderMeaning(path.split('/').slice(0, -1));
    const [emotion = null, ...more] = meaning.emotions;
    if (!isImageFile(path)) {
      // Beside the folders of emotions a dataset may hold what it likes.
      if (emotion) problems.push({ dir, row: null, path, why: failure('leftOut.file-kind') });
    } else if (more.length > 0) {
      problems.push({
        dir,
        row: null,
        path,
        why: failure('leftOut.expressions-many', { found: [...meaning.emotions] }),
      });
    } else (emotion ? images : without).push({ ...meaning, path, emotion });
  }
  const people = peopleIn(images);
  for (const [path, count] of countBy(without, people.classOf)) {
    const why = failure('leftOut.folder-unknown', { count, emotions: EMOTIONS.join(', ') });
    problems.push({ dir, row: null, path, why });
  }
  return { images, people, problems };
}

interface People {
  /** Who is shown, by the folders that mean nothing else; null where there is none. */
  subjectOf(image: Found, group: Group): string | null;
  /** The folder that should name an emotion, of an image that shows none: the one that means nothing and is nobody's. */
  classOf(image: Found): string;
}

/** @param images Those that show an emotion. */
function peopleIn(images: readonly Found[]): People {
  const around = sharedFolders(images);
  const own = ({ others }: Found) => others.filter(({ path }) => !around.has(path));
  const nameOf = (image: Found) => own(image)[0]?.name ?? null;
  // Two people may have one number, a child and an adult; they are told apart only where that happens.
  const groupsOf = new Map<string, Set<Group | null>>();
  for (const image of images) {
    const name = nameOf(image);
    if (name !== null) groupsOf.set(name, (groupsOf.get(name) ?? new Set()).add(image.group));
  }
  return {
    subjectOf(image, group) {
      const name = nameOf(image);
      if (name === null) return null;
      return groupsOf.get(name)!.size > 1 ? `${group}/${name}` : name;
    },
    classOf(image) {
      const nobodys = own(image).find(({ name }) => !groupsOf.has(name));
      return nobodys?.path ?? (folderOf(image.path) || '.');
    },
  };
}

/** Folders around everything, from the outermost on. */
function sharedFolders(images: readonly Found[]): Set<string> {
  const shared = new Set<string>();
  for (const { path } of images[0]?.others ?? []) {
    if (!images.every((image) => image.path.startsWith(`${path}/`))) break;
    shared.add(path);
  }
  return shared;
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

/** Where a set has no val, what is for training is divided as usual. */
export function placedIn(split: SplitName | null, hasVal: boolean): SplitName | null {
  return split === 'train' && !hasVal ? null : split;
}

function countBy(images: readonly Found[], keyOf: (image: Found) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const image of images) counts.set(keyOf(image), (counts.get(keyOf(image)) ?? 0) + 1);
  return counts;
}

function byGroupAndPath(a: ImageRecord, b: ImageRecord): number {
  return GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || byPath(a, b);
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
