import { appendFileSync, mkdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sealedToLayOut } from '../../../core/dataset/laid-out/laid-out.node.ts';
import { sealedLength, sealPiece, unsealPieces } from '../../../core/security/sealed-pieces.node.ts';
import { sealKeys } from '../../../core/store/keys/seal-keys.node.ts';
import { addPiece, isSealedDir, listSealedFiles, type SealedFile } from '../../../core/store/lab/dataset-files.node.ts';
import type { ReadableDb, WritableDb } from '../../../core/store/store.node.ts';
import type { SiteFolder } from '../site-folder.ts';

/**
 * Files of datasets that came over a browser's connection. They lie sealed under the site's key in `datasets/`, their names
 * in the store; what reads folders is given them for as long as it runs, sealed under a key that is in memory only.
 */

interface SealedSite {
  readonly db: WritableDb;
  readonly folder: SiteFolder;
  readonly key: Uint8Array;
}

const placeIn = (name: string) => (piece: number) => `${name}#${piece}`;

/**
 * Adds a piece behind those that have come. What lies behind them already is of a piece that was never noted, since the
 * program ended or its disk was full: it is sent again, and two of it would make the file unreadable.
 */
export function keepPiece(
  { db, folder, key }: SealedSite,
  datasetId: string,
  file: SealedFile,
  bytes: Uint8Array,
): void {
  const dir = join(folder.datasetsDir, datasetId);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const sealed = sealPiece(bytes, sealKeys(db, 'datasets', key)[0], placeIn(file.name)(file.pieces));
  const path = join(dir, file.name);
  const noted = sealedLength(file.received, file.pieces);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > noted) truncateSync(path, noted);
  appendFileSync(path, sealed, { mode: 0o600 });
  addPiece(db, file.name, bytes.length);
}

/** @throws Error if the file is damaged or not there. */
export async function readSealedFile(
  { db, folder, key }: Pick<SealedSite, 'folder' | 'key'> & { readonly db: ReadableDb },
  datasetId: string,
  { name, bytes }: Pick<SealedFile, 'name' | 'bytes'>,
): Promise<Uint8Array> {
  const sealed = await readFile(join(folder.datasetsDir, datasetId, name));
  const whole = unsealPieces(sealed, sealKeys(db, 'datasets', key), placeIn(name));
  if (whole.length === bytes) return whole;
  throw new Error(`a sealed file of ${bytes} bytes was expected; found ${whole.length}`);
}

const laidOutDir = (folder: SiteFolder, datasetId: string) => join(folder.picturesDir, `indexing-${datasetId}`);

/**
 * Where the files of a dataset can be read as a folder: its own, or its sealed files, laid out for the processes that this one
 * starts.
 *
 * @param isWanted Which of the sealed files are laid out.
 */
export async function folderToRead(
  site: SealedSite,
  { id, dir, name }: { readonly id: string; readonly dir: string; readonly name: string },
  isWanted: (path: string) => boolean,
): Promise<string> {
  if (!isSealedDir(dir)) return dir;
  const laidOut = laidOutDir(site.folder, id);
  await rm(laidOut, { recursive: true, force: true });
  const root = join(laidOut, name.replaceAll(/[^\p{L}\p{N} _-]/gu, '_') || 'images');
  await mkdir(root, { recursive: true, mode: 0o700 });
  for (const file of listSealedFiles(site.db, id)) {
    if (!isWanted(file.path)) continue;
    const to = join(root, file.path);
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await writeFile(to, sealedToLayOut(await wholeOrNothing(site, id, file)), { mode: 0o600 });
  }
  return root;
}

/** A damaged one reads as an empty file, which is told as broken where the images are: it must not stop the others. */
async function wholeOrNothing(site: SealedSite, datasetId: string, file: SealedFile): Promise<Uint8Array> {
  try {
    return await readSealedFile(site, datasetId, file);
  } catch {
    return new Uint8Array(0);
  }
}

/** Removes what was laid out. */
export function forgetLaidOut(folder: SiteFolder, datasetId: string): void {
  rmSync(laidOutDir(folder, datasetId), { recursive: true, force: true });
}

/** Removes the sealed files of a dataset. */
export function removeSealedFiles(folder: SiteFolder, datasetId: string): void {
  rmSync(join(folder.datasetsDir, datasetId), { recursive: true, force: true });
}
