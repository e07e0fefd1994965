import { statSync } from 'node:fs';
import type { Group } from '../../../core/dataset/faces/face-set.ts';
import { existingFolders, readDataset } from '../../../core/dataset/read-dataset.node.ts';
import { readModel } from '../../../core/registry/model-folder.node.ts';
import type { Look } from './look-ahead.ts';

/** Folders of images, of which those that are not there are told. */
export function looksAtFolders(dirs: readonly string[], option = '--dataset'): readonly Look[] {
  return dirs.filter((dir) => !isFolder(dir)).map((dir) => [option, () => existingFolders([dir])]);
}

/** Folders of images, each on its own, then what they say: columns that are missing are told here. */
export function looksAtDatasets(
  dirs: readonly string[],
  labelColumns: readonly string[],
  { option = '--dataset', group = null }: { readonly option?: string; readonly group?: Group | null | undefined } = {},
): readonly Look[] {
  const missing = looksAtFolders(dirs, option);
  if (missing.length > 0) return missing;
  return dirs.flatMap((dir) =>
    [...new Set(labelColumns)].map(
      (labelColumn): Look => [option, () => readDataset([dir], { labelColumn, group: group ?? null })],
    ),
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
