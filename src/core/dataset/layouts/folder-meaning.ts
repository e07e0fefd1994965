import type { Emotion } from '../../emotion/emotion.ts';
import type { Group } from '../faces/face-set.ts';
import type { SplitName } from '../split-name.ts';
import { bareWord, emotionOfFolder } from './emotion-words.ts';

/** What the folders say that lead to an image. */
export interface FolderMeaning {
  readonly group: Group | null;
  readonly split: SplitName | null;
  /** Each once. */
  readonly emotions: readonly Emotion[];
  /**
   * Folders that say none of these, with the way to each from the dataset's folder, in their order. Those around a group's
   * folder only hold it.
   */
  readonly others: readonly { readonly name: string; readonly path: string }[];
}

const GROUP_WORDS: Readonly<Record<Group, readonly string[]>> = {
  child: ['child', 'children', 'kid', 'kids', 'kind', 'kinderen'],
  adult: ['adult', 'adults', 'grownup', 'grownups', 'volwassene', 'volwassenen'],
};

const SPLIT_WORDS: Readonly<Record<SplitName, readonly string[]>> = {
  train: ['train', 'training', 'train_set', 'trainset'],
  val: ['val', 'valid', 'validation', 'val_set', 'validatie', 'dev'],
  test: ['test', 'testing', 'test_set', 'testset'],
};

/** @param folders Names of the folders, the outermost first. */
export function folderMeaning(folders: readonly string[]): FolderMeaning {
  const groups: Group[] = [];
  const splits: SplitName[] = [];
  const emotions = new Set<Emotion>();
  let others: { name: string; path: string }[] = [];
  for (const [depth, name] of folders.entries()) {
    const group = groupOfFolder(name);
    const split = keyOf(SPLIT_WORDS, name);
    const emotion = emotionOfFolder(name);
    if (group) {
      groups.push(group);
      others = [];
    } else if (split) splits.push(split);
    else if (emotion) emotions.add(emotion);
    else others.push({ name: name.normalize('NFC'), path: folders.slice(0, depth + 1).join('/') });
  }
  // The innermost is nearest to the image: "adults and children/child".
  return { group: groups.at(-1) ?? null, split: splits.at(-1) ?? null, emotions: [...emotions], others };
}

export function groupOfFolder(name: string): Group | null {
  return keyOf(GROUP_WORDS, name);
}

function keyOf<Key extends string>(words: Readonly<Record<Key, readonly string[]>>, name: string): Key | null {
  const word = bareWord(name);
  return (Object.keys(words) as Key[]).find((key) => words[key].includes(word)) ?? null;
}
