import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isEmotion } from '../emotion/emotion.ts';
import { failure } from '../words/failure.ts';
import {
  type Dataset,
  DatasetError,
  type DatasetFolder,
  type DatasetProblem,
  type DatasetRemark,
  type ImageRecord,
} from './dataset.ts';
import type { Group } from './faces/face-set.ts';
import { spellingKey } from './find-file.node.ts';
import { folders as foldersLayout } from './layouts/folders.node.ts';
import type { Layout } from './layouts/layout.ts';
import { LAYOUTS } from './layouts/layouts.node.ts';
import { readStatedFolder } from './layouts/stated-folder.node.ts';
import { oneSpellingEach } from './one-spelling.ts';
import { readDescription } from './read-description.node.ts';
import type { RelabelledDataset } from './relabel.ts';
import { type Completion, completionOf } from './said/completion.node.ts';
import { descriptionOf, type StatedFolder } from './said/statement.ts';

/** What a manifest is before it is saved as text. */
const WORKBOOK = /^manifest\.(xlsx?|ods|numbers)$/i;

export interface ReadOptions {
  /** The manifest's column that holds the emotion to train on or to be tested against. */
  readonly labelColumn: string;
  /** Subjects to leave out. */
  readonly exclude?: readonly string[];
  /** The group of every image, for layouts that do not tell it. */
  readonly group?: Group | null;
  /** What somebody said of some of the folders, in place of what these do not say themselves. */
  readonly stated?: readonly StatedFolder[];
  /** What people say of single images, for those of stated folders that have no label. */
  readonly labels?: readonly RelabelledDataset[];
}

/**
 * Reads what one or more dataset folders name, without opening an image.
 *
 * The same subject id in two folders is taken for the same person. Were it two people, a split would keep two
 * together that could have been apart; the other way round, one person would be on both sides of a split.
 *
 * @param dirs Folders of any of the layouts in layouts/.
 * @throws DatasetError if a folder is missing, of no known layout, or cannot be read as what it is.
 */
export async function readDataset(
  dirs: readonly string[],
  { labelColumn, exclude = [], group = null, stated = [], labels = [] }: ReadOptions,
): Promise<Dataset> {
  const realDirs = existingFolders(dirs);
  const folders: DatasetFolder[] = [];
  const records: ImageRecord[] = [];
  const problems: DatasetProblem[] = [];
  const remarks: DatasetRemark[] = [];
  let subjectsKnown = true;
  for (const dir of realDirs) {
    const completion = completionFor(dir, stated, labels);
    const layout = layoutOf(dir) ?? (completion ? foldersLayout : noLayout(dir));
    const said = completion && descriptionOf(completion.statement);
    const description = readDescription(dir) ?? layout.description ?? said;
    const contents =
      completion && layout === foldersLayout
        ? readStatedFolder(dir, completion, labelColumn)
        : await layout.read(dir, { labelColumn, group: group ?? description?.group ?? null, completion });
    folders.push({ dir, name: basename(dir), layout: layout.name, subjectsKnown: contents.subjectsKnown, description });
    // One by one: a large folder has more of them than a call can take arguments.
    for (const record of contents.records) records.push(record);
    for (const problem of contents.problems) problems.push(problem);
    remarks.push(...(contents.remarks ?? []));
    subjectsKnown &&= contents.subjectsKnown;
  }
  const spelt = oneSpellingEach(records);
  const left = new Set(exclude.map(spellingKey));
  const { kept, conflicts } = oneGroupEach(spelt.records.filter(({ subject }) => !left.has(spellingKey(subject))));
  const names = folders.map(({ name }) => name);
  return {
    folders,
    names,
    name: names.join(' + '),
    records: kept,
    problems: [...problems, ...conflicts],
    remarks: [...remarks, ...spelt.remarks],
    subjectsKnown,
  };
}

/**
 * The folders, absolute and with links resolved.
 *
 * @throws DatasetError if one is missing or given twice.
 */
export function existingFolders(dirs: readonly string[]): string[] {
  if (dirs.length === 0) throw new RangeError('at least one dataset folder was expected; found none');
  const realDirs = dirs.map(existingFolder);
  const twice = realDirs.find((dir, index) => realDirs.indexOf(dir) !== index);
  if (twice) throw new DatasetError(failure('dataset.given-twice', { dir: twice }));
  return realDirs;
}

function existingFolder(dir: string): string {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DatasetError(failure('dataset.no-folder', { dir }));
  }
  return realpathSync(dir);
}

/** @returns Null for a folder that none of them recognises. */
export function layoutOf(dir: string): Layout | null {
  return LAYOUTS.find((each) => each.recognises(dir)) ?? null;
}

/** Null for a folder of which nobody said anything. */
export function completionFor(
  dir: string,
  stated: readonly StatedFolder[],
  labels: readonly RelabelledDataset[] = [],
): Completion | null {
  const isThis = (each: { readonly dir: string }) =>
    each.dir === dir || (existsSync(each.dir) && realpathSync(each.dir) === dir);
  const statement = stated.find(isThis)?.statement;
  if (!statement) return null;
  const images = labels.find(isThis)?.images ?? [];
  const named = images.flatMap(({ path, becomes }) => (isEmotion(becomes) ? [[path, becomes] as const] : []));
  return completionOf(dir, statement, new Map(named));
}

function noLayout(dir: string): never {
  const workbook = readdirSync(dir).find((name) => WORKBOOK.test(name));
  if (workbook) throw new DatasetError(failure('dataset.table-workbook', { file: join(dir, workbook) }));
  throw new DatasetError(failure('dataset.no-layout', { dir, layouts: LAYOUTS.map(({ name }) => name) }));
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
      const why = failure('leftOut.two-groups', { subject, group, before: known });
      conflicts.push({ dir, row, path, why, kind: 'two-groups' });
    }
  }
  return { kept, conflicts };
}
