import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf, downloadWheel, findPip } from '../../engine/tensorflow/download-wheel.node.ts';
import { unpackWheel } from '../../engine/tensorflow/unpack-wheel.node.ts';
import { lslBuild } from './lsl-builds.ts';
import { lslFolder } from './lsl-library.node.ts';

interface InstallOptions {
  /** A wheel that was brought to this machine by hand; null fetches it by pip. */
  readonly file: string | null;
  readonly signal: AbortSignal;
}

/**
 * Installs liblsl: fetches the pinned wheel by pip, or takes the file that is given, checks its SHA-256 and unpacks the library.
 *
 * @returns The library's file.
 * @throws Error that says what is missing or other than it should be, and what to do.
 */
export async function installLsl({ file, signal }: InstallOptions): Promise<string> {
  const { wheel, path, sha256 } = lslBuild(process.platform, process.arch);
  const dir = lslFolder();
  const options = { signal, onProgress: () => {} };
  const downloads = join(dir, 'download');
  try {
    if (file !== null) await assertIs(file, wheel.sha256, `${wheel.project} ${wheel.version}`);
    await mkdir(downloads, { recursive: true });
    const taken = file ?? (await downloadWheel(await findPip(), wheel, downloads, options));
    // One of another content is not left alone because it is as long.
    await rm(join(dir, path), { force: true });
    await unpackWheel(taken, dir, { ...options, isWanted: (each) => each === path });
    await assertIs(join(dir, path), sha256, 'liblsl');
    return join(dir, path);
  } finally {
    await rm(downloads, { recursive: true, force: true });
  }
}

/** @throws Error if a file's bytes are not the pinned ones. */
export async function assertIs(file: string, sha256: string, what: string): Promise<void> {
  const found = await digestOf(file);
  if (found === sha256) return;
  throw new Error(
    `${file} is not the ${what} that this version of Faceward was made for: SHA-256 ${sha256} was expected, found ${found}`,
  );
}
