import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the program's own files lie; nothing here is written to. */
export interface ProjectFolders {
  readonly root: string;
  /** The built window. */
  readonly renderer: string;
  /** Shipped models, a folder each. */
  readonly models: string;
  /** Demo cohort, demo clip, icons. */
  readonly resources: string;
}

/** Finds the program's folders from any of its files, run from its sources or built. */
export function projectFolders(): ProjectFolders {
  const root = rootAbove(import.meta.dirname);
  return {
    root,
    renderer: join(root, 'out', 'renderer'),
    models: join(root, 'models'),
    resources: join(root, 'resources'),
  };
}

function rootAbove(start: string): string {
  for (let dir = start; ; dir = dirname(dir)) {
    if (existsSync(join(dir, 'package.json')) && existsSync(join(dir, 'models'))) return dir;
    if (dirname(dir) === dir) {
      throw new Error(`No folder with package.json and models/ was found above ${start}: the program is incomplete.`);
    }
  }
}
