import { failure } from '../words/failure.ts';
import { DatasetError, type ImageRecord, type ImageToRead } from './dataset.ts';
import { imagesBelow } from './layouts/image-files.node.ts';
import type { FolderContents, FolderImages } from './layouts/layout.ts';
import { readManifestImages } from './layouts/manifest.node.ts';
import { completionFor, existingFolders, layoutOf } from './read-dataset.node.ts';
import type { Completion } from './said/completion.node.ts';
import type { StatedFolder } from './said/statement.ts';

/**
 * Names the images of one or more folders for whoever wants to look at them: what they show, and whom, need not be known.
 * Of a folder with a manifest the images that it names; of any other all that lie in it or below, with what its folders or
 * names tell of who is shown.
 *
 * @param stated What somebody said of some of the folders.
 * @throws DatasetError if a folder is missing or holds no image, or its manifest cannot be read.
 */
export async function readImages(dirs: readonly string[], stated: readonly StatedFolder[] = []): Promise<FolderImages> {
  const found: FolderImages[] = [];
  for (const dir of existingFolders(dirs)) {
    const completion = completionFor(dir, stated);
    found.push((await readManifestImages(dir, completion)) ?? (await imagesIn(dir, completion)));
  }
  return {
    images: found.flatMap(({ images }) => images),
    problems: found.flatMap(({ problems }) => problems),
    remarks: found.flatMap(({ remarks }) => remarks),
  };
}

async function imagesIn(dir: string, completion: Completion | null): Promise<FolderImages> {
  const contents = await contentsOf(dir);
  // Pictures that are not files of their own: they cannot be found by looking for files.
  const packed = contents?.records.filter(({ source }) => source.kind !== 'file') ?? [];
  if (contents && packed.length > 0) {
    const images = packed.map((record) => toRead(record, contents));
    return { images, problems: contents.problems, remarks: contents.remarks ?? [] };
  }
  // What somebody says of folders goes before what can be guessed of them.
  const isSaid = completion !== null && ['folders', undefined].includes(layoutOf(dir)?.name);
  const known = new Map(contents?.records.map((record) => [record.path, record]));
  const images = [...imagesBelow(dir)].map((path): ImageToRead => {
    const record = known.get(path);
    const said = completion?.of(path);
    if (contents && record && !isSaid) return { ...toRead(record, contents), group: said?.group || null };
    const subject = (isSaid && said?.subject) || null;
    return { dir, path, row: null, source: { kind: 'file' }, box: null, subject, group: said?.group || null };
  });
  if (images.length === 0) throw new DatasetError(failure('dataset.no-images', { dir }));
  return { images, problems: [], remarks: [] };
}

/** What its layout makes of the folder; null where it has none, or one that cannot be read for want of labels. */
async function contentsOf(dir: string): Promise<FolderContents | null> {
  try {
    // Any group will do: nobody asks for it.
    return (await layoutOf(dir)?.read(dir, { labelColumn: 'emotion', group: 'child' })) ?? null;
  } catch (error) {
    if (error instanceof DatasetError) return null;
    throw error;
  }
}

function toRead({ dir, path, row, source, box, subject }: ImageRecord, { subjectsKnown }: FolderContents): ImageToRead {
  return { dir, path, row, source, box, subject: subjectsKnown ? subject : null };
}
