import { createWriteStream } from 'node:fs';
import { chmod, mkdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';
import { isNeeded } from './wheels.ts';

interface UnpackOptions {
  readonly signal: AbortSignal;
  /** Bytes so far and in all. */
  readonly onProgress: (done: number, total: number) => void;
  /** By a file's path in the wheel; what the tensorflow engine needs where it is left out. */
  readonly isWanted?: (path: string) => boolean;
}

/**
 * Unpacks what is needed of a wheel, with its paths kept. A file that is there in full is left alone, so that an
 * interrupted installation goes on where it was.
 *
 * @throws Error if the wheel is damaged or the disk is full.
 */
export async function unpackWheel(
  file: string,
  dir: string,
  { signal, onProgress, isWanted = isNeeded }: UnpackOptions,
): Promise<void> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
  try {
    const needed = [];
    for await (const entry of zip.eachEntry()) if (isWanted(entry.fileName)) needed.push(entry);
    const total = needed.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    let done = 0;
    for (const entry of needed) {
      signal.throwIfAborted();
      const target = join(dir, entry.fileName);
      const size = await stat(target).then(
        (stats) => stats.size,
        () => -1,
      );
      if (size !== entry.uncompressedSize) {
        await mkdir(dirname(target), { recursive: true });
        const part = `${target}.part`;
        await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(part), { signal });
        await chmod(part, 0o755);
        await rename(part, target);
      }
      done += entry.uncompressedSize;
      onProgress(done, total);
    }
  } finally {
    zip.close();
  }
}
