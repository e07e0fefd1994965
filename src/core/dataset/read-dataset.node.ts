import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Dataset, DatasetError, type DatasetProblem, type ImageRecord } from './dataset.ts';
import { GROUPS, type Group } from './face-set.ts';
import { readFolders } from './read-folders.node.ts';
import { MANIFEST, readManifest } from './read-manifest.node.ts';

export interface ReadOptions {
  /** The manifest's column that holds the emotion to train on or to be tested against. */
  readonly labelColumn: string;
  /** Subjects to leave out. */
  readonly exclude?: readonly string[];
}

/**
 * Reads what one or more dataset folders name, without opening an image.
 *
 * The same subject id in two folders is taken for the same person. Were it two people, a split would keep two
 * together that could have been apart; the other way round, one person would be on both sides of a split.
 *
 * @param dirs Folders with `manifest.csv`, or with `child/<emotion>/` and `adult/<emotion>/`.
 * @throws DatasetError if a folder is missing or neither of the two, or a manifest lacks a column.
 */
export async function readDataset(
  dirs: readonly string[],
  { labelColumn, exclude = [] }: ReadOptions,
): Promise<Dataset> {
  if (dirs.length === 0) throw new RangeError('at least one dataset folder was expected; found none');
  const folders = dirs.map(existingFolder);
  const twice = folders.find((folder, index) => folders.indexOf(folder) !== index);
  if (twice) throw new DatasetError(`${twice} was given twice; name each dataset folder once`);

  const records: ImageRecord[] = [];
  const problems: DatasetProblem[] = [];
  let subjectsKnown = true;
  for (const dir of folders) {
    const hasManifest = existsSync(join(dir, MANIFEST));
    const contents = hasManifest ? await readManifest(dir, labelColumn) : readFolders(dir);
    if (!hasManifest) subjectsKnown = false;
    records.push(...contents.records);
    problems.push(...contents.problems);
  }
  const left = new Set(exclude);
  const { kept, conflicts } = oneGroupEach(records.filter(({ subject }) => !left.has(subject)));
  const names = folders.map((dir) => basename(dir));
  return {
    names,
    name: names.join(' + '),
    records: kept,
    problems: [...problems, ...conflicts],
    subjectsKnown,
  };
}

function existingFolder(dir: string): string {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DatasetError(`a dataset folder was expected; there is no folder ${dir}`);
  }
  const isDataset = [MANIFEST, ...GROUPS].some((name) => existsSync(join(dir, name)));
  if (!isDataset) {
    throw new DatasetError(
      `${dir} is no dataset: a ${MANIFEST}, or folders ${GROUPS.map((group) => `${group}/<emotion>`).join(' and ')}, were expected`,
    );
  }
  return realpathSync(dir);
}

/** Nobody is a child and an adult: rows that say otherwise than a subject's first one are left out. */
function oneGroupEach(records: readonly ImageRecord[]): { kept: ImageRecord[]; conflicts: DatasetProblem[] } {
  const groupOf = new Map<string, Group>();
  const kept: ImageRecord[] = [];
  const conflicts: DatasetProblem[] = [];
  for (const record of records) {
    const { dir, row, path, subject, group } = record;
    const known = groupOf.get(subject) ?? group;
    groupOf.set(subject, known);
    if (known === group) kept.push(record);
    else {
      const reason = `subject ${subject} is ${group} here and ${known} in an earlier row`;
      conflicts.push({ dir, row, path, reason, kind: 'two-groups' });
    }
  }
  return { kept, conflicts };
}
