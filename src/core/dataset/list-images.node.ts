import type { Failure } from '../words/failure.ts';
import { type Dataset, DatasetError, type DatasetProblem, type ImageRecord, type ImageToRead } from './dataset.ts';
import { readDataset } from './read-dataset.node.ts';
import { readImages } from './read-images.node.ts';
import type { DatasetStatement, StatedFolder } from './said/statement.ts';

/** An image of a folder with whatever the folder says of it. */
export interface ListedImage extends ImageToRead, Pick<ImageRecord, 'ageYears' | 'votes' | 'split'> {
  /** Null where nothing says whom it shows. */
  readonly group: ImageRecord['group'] | null;
  /** Null where it has no label, or one that is not understood. */
  readonly emotion: ImageRecord['emotion'] | null;
  /** Why it cannot be opened; null while nobody has tried. */
  readonly fault: Failure | null;
}

/**
 * Names every image of a folder, labelled or not, without opening one. An image that a manifest names and that is not
 * there is named with its fault.
 *
 * @param statement What somebody said of the folder's images; null for nothing.
 * @throws DatasetError if the folder is missing or holds no image, or its manifest cannot be read.
 */
export async function listImages(dir: string, statement: DatasetStatement | null = null): Promise<ListedImage[]> {
  const stated = statement ? [{ dir, statement }] : [];
  const { images, problems } = await readImages([dir], stated);
  const labelled = await labelsOf(dir, stated);
  const byPath = new Map(labelled?.records.map((record) => [record.path, record]));
  const listed = images.map((image) => described(image, byPath.get(image.path), labelled));
  return [...listed, ...problems.flatMap((problem) => missing(problem) ?? [])];
}

/** Null for a folder that says of no image what it shows. */
async function labelsOf(dir: string, stated: readonly StatedFolder[]): Promise<Dataset | null> {
  try {
    return await readDataset([dir], { labelColumn: 'emotion', stated });
  } catch (error) {
    if (error instanceof DatasetError) return null;
    throw error;
  }
}

function described(image: ImageToRead, record: ImageRecord | undefined, labelled: Dataset | null): ListedImage {
  const { group = image.group ?? null, ageYears = null, emotion = null, votes = null, split = null } = record ?? {};
  const subject = record && labelled?.subjectsKnown ? record.subject : image.subject;
  return { ...image, subject, group, ageYears, emotion, votes, split, fault: null };
}

const NOT_THERE = ['leftOut.file-missing', 'leftOut.file-alike', 'leftOut.file-unreachable', 'leftOut.file-leads-out'];

/** A row that names a file which is not there; null for another fault of a row, which is no image's. */
function missing({ dir, path, row, why }: DatasetProblem): ListedImage | null {
  if (!NOT_THERE.includes(why.reason)) return null;
  const nothing = { subject: null, group: null, ageYears: null, emotion: null, votes: null, split: null, box: null };
  return { dir, path, row, source: { kind: 'file' }, ...nothing, fault: why };
}
