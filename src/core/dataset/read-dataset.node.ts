import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { failure, type Reason } from '../words/failure.ts';
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
import type { FolderContents, Layout, LayoutOptions } from './layouts/layout.ts';
import { LAYOUTS } from './layouts/layouts.node.ts';
import { readStatedFolder } from './layouts/stated-folder.node.ts';
import { nobodysSubject } from './nobodys-subject.node.ts';
import { oneSpellingEach } from './one-spelling.ts';
import { readDescription } from './read-description.node.ts';
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
  /**
   * Images of which the folders do not say what they show, and people do. A folder that has some need not say it of any
   * image of its own.
   */
  readonly besides?: readonly ImageRecord[];
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
  { labelColumn, exclude = [], group = null, stated = [], besides = [] }: ReadOptions,
): Promise<Dataset> {
  const realDirs = existingFolders(dirs);
  const besidesOf = Map.groupBy(besides, ({ dir }) => dir);
  const folders: DatasetFolder[] = [];
  const records: ImageRecord[] = [];
  const problems: DatasetProblem[] = [];
  const remarks: DatasetRemark[] = [];
  let subjectsKnown = true;
  for (const dir of realDirs) {
    const completion = completionFor(dir, stated);
    const layout = completion ? statedLayout(layoutOf(dir)) : layoutOf(dir);
    const said = completion && descriptionOf(completion.statement);
    const description = readDescription(dir) ?? layout?.description ?? said;
    const options = { labelColumn, group: group ?? description?.group ?? null, completion };
    const contents = await contentsOf(dir, layout, { options, besides: besidesOf.get(dir) ?? [] });
    folders.push({
      dir,
      name: basename(dir),
      layout: layout?.name ?? 'images',
      subjectsKnown: contents.subjectsKnown,
      description,
    });
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

/** Null for a folder of which nobody said anything. */
export function completionFor(dir: string, stated: readonly StatedFolder[]): Completion | null {
  const statement = stated.find(
    (each) => each.dir === dir || (existsSync(each.dir) && realpathSync(each.dir) === dir),
  )?.statement;
  return statement ? completionOf(dir, statement) : null;
}

/** What somebody says of folders goes before what can be guessed of their names. */
function statedLayout(layout: Layout | null): Layout {
  return layout === null || layout === foldersLayout ? { ...foldersLayout, read: readStatedFolder } : layout;
}

/** Why a folder does not say what its images show, though it may hold images. */
export const UNLABELLED: readonly Reason[] = ['dataset.no-layout', 'dataset.columns-missing', 'dataset.group-needed'];

/** What a folder says of its images, and what people say of the others. */
async function contentsOf(
  dir: string,
  layout: Layout | null,
  { options, besides }: { readonly options: LayoutOptions; readonly besides: readonly ImageRecord[] },
): Promise<FolderContents> {
  if (besides.length === 0) return await (layout ?? noLayout(dir)).read(dir, options);
  const own = await layout?.read(dir, options).catch((error: unknown) => {
    if (error instanceof DatasetError && UNLABELLED.includes(error.reason)) return null;
    throw error;
  });
  const known = new Set(own?.records.map(({ path }) => path));
  const added = besides.filter(({ path }) => !known.has(path));
  const paths = new Set(added.map(({ path }) => path));
  const isKnown = ({ subject, path }: ImageRecord) => subject !== nobodysSubject(dir, path);
  return {
    records: [...(own?.records ?? []), ...added],
    // That their own label is missing is no problem any more.
    problems: own?.problems.filter(({ path }) => !paths.has(path)) ?? [],
    remarks: own?.remarks ?? [],
    subjectsKnown: (own ? own.subjectsKnown || own.records.length === 0 : true) && added.every(isKnown),
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
