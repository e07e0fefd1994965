import type { Box } from '../emotion/box.ts';
import type { Emotion } from '../emotion/emotion.ts';
import type { Failure } from '../words/failure.ts';
import { FailureError } from '../words/failure-error.ts';
import { englishWords, sentenceOf } from '../words/failure-sentence.ts';
import type { CROP_PX, Group } from './faces/face-set.ts';
import type { SplitName } from './split-name.ts';

/** Where the pixels of an image are. */
export type ImageSource =
  /** In a file of its own, at the record's path unless it says otherwise. */
  | {
      readonly kind: 'file';
      /** Relative to the dataset's folder, where its name is written otherwise on the disk than in `path`. */
      readonly file?: string;
    }
  /** Grey, one byte a pixel, row-major, in a file of many images. */
  | {
      readonly kind: 'packed';
      /** Relative to the dataset's folder, with forward slashes. */
      readonly file: string;
      /** Of the first pixel, in bytes. */
      readonly offset: number;
      readonly widthPx: number;
      readonly heightPx: number;
    }
  /** A face that was cut out when it was read: the model's own crop, [CROP_PX, CROP_PX] grey, in a file of many. */
  | {
      readonly kind: 'crop';
      /** Relative to the dataset's folder, with forward slashes. */
      readonly file: string;
      /** Of the first pixel, in bytes. */
      readonly offset: number;
      readonly widthPx: typeof CROP_PX;
      readonly heightPx: typeof CROP_PX;
    }
  /** Grey, written as numbers from 0 to 255 with blanks between them, row-major, in one row of a table. */
  | {
      readonly kind: 'text';
      /** Relative to the dataset's folder, with forward slashes. */
      readonly file: string;
      /** Where the row lies, in bytes; it may hold other fields. */
      readonly offset: number;
      readonly bytes: number;
      readonly widthPx: number;
      readonly heightPx: number;
    };

/** One image that a dataset names, checked but not yet opened. */
export interface ImageRecord {
  /** The dataset's folder, absolute. */
  readonly dir: string;
  /** Relative to `dir`, with forward slashes; of a packed image its file and number: `images.bin#12`. */
  readonly path: string;
  readonly source: ImageSource;
  /** Line of the manifest, the header being line 1; null for a folder without manifest. */
  readonly row: number | null;
  readonly subject: string;
  readonly group: Group;
  readonly ageYears: number | null;
  /** From the column that was asked for. */
  readonly emotion: Emotion;
  /** Which share of its annotators saw which emotion, in the order of EMOTIONS, summing to 1; null for one label. */
  readonly votes: readonly number[] | null;
  /** Where the dataset itself puts the image; null where it leaves that to whoever uses it. */
  readonly split: SplitName | null;
  /** The face, in pixels of the upright image; null when it has yet to be found. */
  readonly box: Box | null;
}

/** One image that can be looked at, whether or not anybody knows what it shows. */
export interface ImageToRead extends Pick<ImageRecord, 'dir' | 'path' | 'row' | 'source' | 'box'> {
  /** Null where nothing says who it is. */
  readonly subject: string | null;
  /** Where a manifest, or somebody in its place, says it. */
  readonly group?: Group | null;
}

/** One thing that was left out, and why. */
export interface DatasetProblem {
  readonly dir: string;
  readonly row: number | null;
  /** As written in the manifest; the manifest's own name when the row names none. */
  readonly path: string;
  /** What was found and what was wanted, to stand behind the path. */
  readonly why: Failure;
  /** Of how many rows it holds, where rows are counted and not named. */
  readonly rows?: number;
  /** Set where more than this image is in doubt: the subject is a child in one row and an adult in another. */
  readonly kind?: 'two-groups';
}

/** One thing that was read although it is not as it is described, and how. */
export interface DatasetRemark {
  readonly dir: string;
  readonly path: string;
  /** At least one; together they stand behind the path. */
  readonly how: readonly Failure[];
}

/** What the images of a dataset are; what may be said of a model that was tested on them depends on it. */
export interface DatasetDescription {
  /** In words, to follow "tested on": "photographs of children". */
  readonly shows: string;
  /** Whether its children are real ones. */
  readonly realChildren: boolean;
  /** Under which terms the images may be used; null when not stated. */
  readonly licence: string | null;
  /** Whom all of its images show, for a layout that does not tell. */
  readonly group?: Group;
}

export interface DatasetFolder {
  /** Absolute. */
  readonly dir: string;
  readonly name: string;
  /** The layout by which it was read; `images` where it is of none, and people say what its images show. */
  readonly layout: string;
  /** False when nothing says who is who, so that each file, or each group of near-duplicates, is its own subject. */
  readonly subjectsKnown: boolean;
  /** Null when neither the folder nor its layout says. */
  readonly description: DatasetDescription | null;
}

export interface Dataset {
  /** In the order in which they were given. */
  readonly folders: readonly DatasetFolder[];
  /** The folders' names, in the order in which they were given. */
  readonly names: readonly string[];
  /** The same, joined by " + ". */
  readonly name: string;
  readonly records: readonly ImageRecord[];
  readonly problems: readonly DatasetProblem[];
  readonly remarks: readonly DatasetRemark[];
  /** False when any folder names no subjects: each file is then its own, and a leak between splits cannot be shown. */
  readonly subjectsKnown: boolean;
}

/** A dataset that cannot be read at all; it says which, why, and what to do. */
export class DatasetError extends FailureError {
  override readonly name = 'DatasetError';
}

/** A problem as one sentence for a person, in the language of the words. */
export function describeProblem(problem: Omit<DatasetProblem, 'dir'>, words = englishWords()): string {
  const { row, rows, path } = problem;
  const t = words.getFixedT(null, 'terms');
  const why = sentenceOf(problem.why, words);
  if (rows !== undefined) return t(($) => $.leftOut.rows, { path, why, count: rows });
  return row === null ? t(($) => $.leftOut.whole, { path, why }) : t(($) => $.leftOut.row, { path, row, why });
}

/** A remark as one line for a person, in the language of the words. */
export function describeRemark({ path, how }: Omit<DatasetRemark, 'dir'>, words = englishWords()): string {
  const t = words.getFixedT(null, 'terms');
  return t(($) => $.leftOut.whole, { path, why: how.map((each) => sentenceOf(each, words)).join(', ') });
}

/** What each of the folders is called where several are told apart: by its name, or by the whole way where two share it. */
export function folderLabels(within: readonly { readonly dir: string }[]): ReadonlyMap<string, string> {
  const dirs = [...new Set(within.map(({ dir }) => dir))];
  const nameOf = (dir: string) => dir.split(/[\\/]/).findLast((part) => part !== '') ?? dir;
  const isShared = (name: string) => dirs.filter((dir) => nameOf(dir) === name).length > 1;
  return new Map(dirs.map((dir) => [dir, isShared(nameOf(dir)) ? dir : nameOf(dir)]));
}

/** The same with its folder before the path, where there are several. */
export function inFolder<Told extends { readonly dir: string; readonly path: string }>(
  told: Told,
  labels: ReadonlyMap<string, string>,
): Told {
  return labels.size < 2 ? told : { ...told, path: `${labels.get(told.dir) ?? told.dir}/${told.path}` };
}
