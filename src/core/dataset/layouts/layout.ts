import type { terms } from '../../words/en/terms.ts';
import type { DatasetDescription, DatasetProblem, DatasetRemark, ImageRecord, ImageToRead } from '../dataset.ts';
import type { Group } from '../faces/face-set.ts';
import type { Completion } from '../said/completion.node.ts';

/** How a folder of images says what each of them shows. One file a layout; layouts.node.ts lists them. */
export interface Layout {
  /** In lower case, for reports: "manifest". The catalogue says by it what must be in a folder of this layout. */
  readonly name: keyof typeof terms.layout;
  /** What its images are, where the layout itself tells; a dataset.yaml in the folder goes before it. */
  readonly description: DatasetDescription | null;
  /** False where it cannot tell children from adults, so that somebody has to say it of the whole set. */
  readonly tellsGroups?: false;
  /** Whether the folder is of this layout, by the names in it; no file is opened. */
  recognises(dir: string): boolean;
  /**
   * Names the images, without opening one.
   *
   * @param dir Absolute, with links resolved.
   * @throws DatasetError if the folder cannot be read as what it was recognised for.
   */
  read(dir: string, options: LayoutOptions): Promise<FolderContents>;
}

export interface LayoutOptions {
  /** The column that holds the emotion, for layouts with a choice of columns. */
  readonly labelColumn: string;
  /** The group of every image, for layouts that do not tell it; null when nobody said. */
  readonly group: Group | null;
  /** What somebody said of the images, for layouts that leave something open. */
  readonly completion?: Completion | null;
}

/** What a folder holds for whoever wants to look at its images and needs no labels. */
export interface FolderImages {
  readonly images: readonly ImageToRead[];
  readonly problems: readonly DatasetProblem[];
  readonly remarks: readonly DatasetRemark[];
}

export interface FolderContents {
  readonly records: readonly ImageRecord[];
  readonly problems: readonly DatasetProblem[];
  /** None if left out. */
  readonly remarks?: readonly DatasetRemark[];
  /** False when nothing says who is who, so that each file is its own subject. */
  readonly subjectsKnown: boolean;
}
