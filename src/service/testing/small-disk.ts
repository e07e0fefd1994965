import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk extends Disposable {
  readonly dir: string;
  /** Leaves not a byte free. */
  fill(): void;
  /** Gives back what others have filled. */
  makeRoom(): void;
}

/** A disk of 24 MB of its own, gone when the scope ends; null where this user may not make one. */
export function smallDisk(): SmallDisk | null {
  const dir = mkdtempSync(join(tmpdir(), 'faceward-disk-'));
  const mounted = process.platform === 'linux' && run('mount', '-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', dir);
  if (!mounted) {
    rmSync(dir, { recursive: true });
    return null;
  }
  return {
    dir,
    fill() {
      for (const bytes of [1 << 20, 1 << 12, 1]) {
        try {
          for (;;) appendFileSync(join(dir, 'of-others'), Buffer.alloc(bytes));
        } catch {
          // Full, to that size.
        }
      }
      if (statfsSync(dir).bavail > 0) throw new Error('the disk is not full');
    },
    makeRoom: () => rmSync(join(dir, 'of-others')),
    [Symbol.dispose]() {
      run('umount', dir);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}

/** Whether this user may make one; says so where not. */
export function mayMakeSmallDisk(): boolean {
  const disk = smallDisk();
  disk?.[Symbol.dispose]();
  if (!disk) console.warn('a full disk is not tested: this user may not mount a small one');
  return disk !== null;
}
