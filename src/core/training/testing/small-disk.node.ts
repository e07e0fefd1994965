import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** For tests: a disk of its own, in memory, that can be filled. */
export interface SmallDisk extends Disposable {
  readonly dir: string;
  /** Leaves so many bytes free, to within a page of memory; also what was given back since it was filled before. */
  fill(leavingBytes?: number): void;
  makeRoom(): void;
}

/** Why there is none where there is none. */
export const NO_SMALL_DISK = 'only the superuser of a Linux machine may mount a filesystem of its own';

/** @returns Null where this process may mount none. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const dir = mkdtempSync(join(tmpdir(), 'faceward-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', dir], { stdio: 'ignore' });
  } catch {
    rmSync(dir, { recursive: true });
    return null;
  }
  const filler = join(dir, 'filler');
  return {
    dir,
    fill(leavingBytes = 0) {
      const { bsize, bavail } = statfsSync(dir);
      appendFileSync(filler, new Uint8Array(Math.max(0, bsize * bavail - leavingBytes)));
    },
    makeRoom: () => rmSync(filler),
    [Symbol.dispose]() {
      execFileSync('umount', [dir]);
      rmSync(dir, { recursive: true });
    },
  };
}
