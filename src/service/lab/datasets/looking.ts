import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Output, ParsedInput } from '../../../contract/contract.ts';
import { sealedToLayOut } from '../../../core/dataset/laid-out/laid-out.node.ts';
import { isImageFile } from '../../../core/dataset/layouts/image-files.node.ts';
import { type FolderLook, lookAtFolder } from '../../../core/dataset/said/look-at-folder.node.ts';
import { isSpeakingFile } from '../../../core/dataset/said/speaking-files.ts';
import { isSealedDir, listSealedFiles } from '../../../core/store/lab/dataset-files.node.ts';
import type { Handlers, SignedInContext } from '../../runtime/call-context.ts';
import { readSealedFile } from '../../runtime/lab-jobs/sealed-files.ts';
import { existingDataset } from './existing-dataset.ts';

/** So many names show how a folder is laid out. */
const LAID_OUT = 2_000;

/** Folders before they are added. */
export const lookingHandlers: Handlers<'datasets.look'> = {
  async 'datasets.look'(context, folder) {
    if ('dir' in folder) return plain(await lookAtFolder(folder.dir));
    if ('paths' in folder) return lookAtNames(context, folder);
    const dataset = existingDataset(context.db, folder.datasetId);
    if (!isSealedDir(dataset.dir)) return plain(await lookAtFolder(dataset.dir));
    const files = listSealedFiles(context.db, dataset.id);
    const texts: Names['texts'] = [];
    for (const file of files.filter(({ path }) => isSpeakingFile(path))) {
      texts.push({ path: file.path, bytes: Uint8Array.from(await readSealedFile(context.site, dataset.id, file)) });
    }
    return lookAtNames(context, { name: dataset.name, paths: files.map(({ path }) => path), texts });
  },
};

type Names = Extract<ParsedInput<'datasets.look'>, { paths: unknown }>;

/** Lays the folder out with empty images, for its owner's eyes, and looks at that: what layouts go by is there. */
async function lookAtNames({ site }: SignedInContext, { paths, texts }: Names): Promise<Output<'datasets.look'>> {
  mkdirSync(site.folder.picturesDir, { recursive: true, mode: 0o700 });
  const dir = mkdtempSync(join(site.folder.picturesDir, 'looking-'));
  try {
    for (const folder of new Set(paths.map((path) => dirname(path)))) {
      mkdirSync(join(dir, folder), { recursive: true, mode: 0o700 });
    }
    for (const path of paths.slice(0, LAID_OUT)) writeFileSync(join(dir, path), '', { mode: 0o600 });
    for (const { path, bytes } of texts) {
      if (isSpeakingFile(path)) writeFileSync(join(dir, path), sealedToLayOut(bytes), { mode: 0o600 });
    }
    const look = await lookAtFolder(dir);
    const images = paths.filter(isImageFile);
    return { ...look, paths: images, images: images.length };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function plain({ paths, ...look }: FolderLook): Output<'datasets.look'> {
  return { ...look, paths: [...paths] };
}
