import { statSync } from 'node:fs';
import type { Dataset } from '../../../core/dataset/dataset.ts';
import type { Group } from '../../../core/dataset/faces/face-set.ts';
import { spellingKey } from '../../../core/dataset/find-file.node.ts';
import { existingFolders, readDataset } from '../../../core/dataset/read-dataset.node.ts';
import { readModel } from '../../../core/registry/model-folder.node.ts';
import { Misuse } from '../misuse.ts';
import type { Look } from './look-ahead.ts';

/** Folders of images, of which those that are not there are told. */
export function looksAtFolders(dirs: readonly string[], option = '--dataset'): readonly Look[] {
  return dirs.filter((dir) => !isFolder(dir)).map((dir) => [option, () => existingFolders([dir])]);
}

interface DatasetLooks {
  readonly option?: string;
  readonly group?: Group | null | undefined;
  /** Subjects to leave out, as --exclude names them. */
  readonly exclude?: readonly string[] | undefined;
}

/** Folders of images, each on its own, then what they say: columns that are missing, and subjects to leave out, are told here. */
export function looksAtDatasets(
  dirs: readonly string[],
  labelColumns: readonly string[],
  { option = '--dataset', group = null, exclude = [] }: DatasetLooks = {},
): readonly Look[] {
  const missing = looksAtFolders(dirs, option);
  if (missing.length > 0) return missing;
  const read: Dataset[] = [];
  const looks = dirs.flatMap((dir) =>
    [...new Set(labelColumns)].map((labelColumn): Look => {
      const look = async () => read.push(await readDataset([dir], { labelColumn, group: group ?? null }));
      return [option, look];
    }),
  );
  // What cannot be read is told on its own, and who is in it is not known.
  return [...looks, ['--exclude', () => read.length === looks.length && requireShown(exclude, read)]];
}

/** @throws Misuse for a subject of whom there is no image: whoever was meant by a misspelt name would stay in. */
function requireShown(exclude: readonly string[], datasets: readonly Dataset[]): void {
  const shown = new Set(datasets.flatMap(({ records }) => records.map(({ subject }) => spellingKey(subject))));
  const unknown = exclude.filter((each) => !shown.has(spellingKey(each)));
  if (unknown.length === 0) return;
  const named = unknown.map((each) => `"${each}"`).join(', ');
  throw new Misuse(
    `subjects of the datasets were expected; no image that can be used shows ${named}. Nobody would be left out by such a ` +
      'name: correct it, or take it away',
  );
}

/** A model's folder that is to be read. */
export function looksAtModel(option: string, dir: string | null | undefined): readonly Look[] {
  return dir ? [[option, () => readModel(dir)]] : [];
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
