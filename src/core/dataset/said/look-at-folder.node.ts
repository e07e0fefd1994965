import type { DatasetDescription } from '../dataset.ts';
import { imagesBelow } from '../layouts/image-files.node.ts';
import type { Layout } from '../layouts/layout.ts';
import { manifestColumns } from '../layouts/manifest.node.ts';
import { existingFolders, layoutOf } from '../read-dataset.node.ts';
import { readDescription } from '../read-description.node.ts';

/** What a folder says of its images, and what it leaves open, before any image is opened. */
export interface FolderLook {
  /** Null where nothing in it is recognised. */
  readonly layout: Layout['name'] | null;
  /** Of the images that are files of their own, relative to the folder; at most `MOST_PATHS`. */
  readonly paths: readonly string[];
  readonly images: number;
  /** What its dataset.yaml, or its layout, says of all images. */
  readonly description: DatasetDescription | null;
  /** What nothing in the folder says. */
  readonly open: Readonly<Record<'group' | 'subject' | 'emotion' | 'description', boolean>>;
}

const MOST_PATHS = 50_000;

/**
 * Looks at the names in a folder, at its description and at the first row of its manifest.
 *
 * @throws DatasetError if the folder is missing, or what it says cannot be read.
 */
export async function lookAtFolder(given: string): Promise<FolderLook> {
  const [dir = given] = existingFolders([given]);
  const layout = layoutOf(dir);
  const description = readDescription(dir) ?? layout?.description ?? null;
  const paths = [...imagesBelow(dir)];
  return {
    layout: layout?.name ?? null,
    paths: paths.slice(0, MOST_PATHS),
    images: paths.length,
    description,
    open: { ...(await leftOpen(dir, layout, description)), description: description === null },
  };
}

async function leftOpen(dir: string, layout: Layout | null, description: DatasetDescription | null) {
  const isOpen = layout === null || layout.name === 'folders';
  if (isOpen) return { group: description?.group === undefined, subject: true, emotion: true };
  const columns = await manifestColumns(dir);
  if (columns === null || layout.name !== 'manifest') {
    return { group: layout.tellsGroups === false && description?.group === undefined, subject: false, emotion: false };
  }
  const lacks = (column: string) => !columns.includes(column);
  return { group: lacks('group'), subject: lacks('subject'), emotion: lacks('emotion') };
}
