import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import { sealPiece, unsealPieces } from '../../../core/security/sealed-pieces.node.ts';
import { sealKeys } from '../../../core/store/keys/seal-keys.node.ts';
import { addFragment, type Video, type VideoFragment, videoNames } from '../../../core/store/sessions/videos.node.ts';
import type { ReadableDb, WritableDb } from '../../../core/store/store.node.ts';
import type { SiteFolder } from '../site-folder.ts';

/**
 * Videos of sessions. Each is a file in `videos/` of fragments one after the other, each sealed under the site's key with its
 * place; what there is of it, and its name, stand in the store. Nothing of it is ever written unsealed.
 */

interface SealedSite {
  readonly db: WritableDb;
  readonly folder: SiteFolder;
  readonly key: Uint8Array;
}

const placeOf = (name: string, fragment: number) => `${name}#${fragment}`;

/**
 * Adds a fragment behind those that are there. What lies behind them already is of one that was never noted, since the
 * program ended or its disk was full; it goes. All at once, so that no withdrawal comes between the file and its name.
 */
export function keepFragment(
  { db, folder, key }: SealedSite,
  { name, sealedBytes, fragments }: Video,
  { fromMs, toMs, data }: { readonly fromMs: number; readonly toMs: number; readonly data: Uint8Array },
): void {
  mkdirSync(folder.videosDir, { recursive: true, mode: 0o700 });
  const path = join(folder.videosDir, name);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > sealedBytes) truncateSync(path, sealedBytes);
  const number = fragments.length;
  const sealed = sealPiece(data, sealKeys(db, 'videos', key)[0], placeOf(name, number));
  appendFileSync(path, sealed, { mode: 0o600 });
  addFragment(db, name, { number, fromMs, toMs, bytes: data.length, atByte: sealedBytes, sealedBytes: sealed.length });
}

/** @throws Error if the file is damaged, cut off or not there. */
export function readFragment(
  { db, folder, key }: Pick<SealedSite, 'folder' | 'key'> & { readonly db: ReadableDb },
  { name, sealedBytes, fragments }: Video,
  { number, atByte }: VideoFragment,
): Uint8Array {
  const ends = fragments.map((each) => each.atByte).filter((each) => each > atByte);
  const sealed = Buffer.alloc(Math.min(sealedBytes, ...ends) - atByte);
  const file = openSync(join(folder.videosDir, name), 'r');
  try {
    const read = readSync(file, sealed, 0, sealed.length, atByte);
    if (read < sealed.length)
      throw new Error(`a fragment of ${sealed.length} sealed bytes was expected; found ${read}`);
  } finally {
    closeSync(file);
  }
  return unsealPieces(sealed, sealKeys(db, 'videos', key), () => placeOf(name, number));
}

/** Removes every file that the store names no more: of videos that were deleted, also where a program ended over it. */
export function forgetVideoFiles({ db, folder }: Pick<SealedSite, 'db' | 'folder'>): void {
  const wanted = videoNames(db);
  let found: string[];
  try {
    found = readdirSync(folder.videosDir);
  } catch {
    // No video was ever kept here.
    return;
  }
  for (const name of found)
    if (!wanted.has(name)) rmSync(join(folder.videosDir, name), { force: true, recursive: true });
}

/** What is left on the disk that videos are written to. */
export function freeBytes({ dir }: Pick<SiteFolder, 'dir'>): number {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize;
}
