import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultDataDir } from '../../engine/data-folder.node.ts';
import { lslBuild, PYLSL_VERSION } from './lsl-builds.ts';

/** Where liblsl is unpacked: in the data folder, or where FACEWARD_LSL_DIR says. */
export function lslFolder(): string {
  const root = process.env.FACEWARD_LSL_DIR || join(defaultDataDir(process.platform, process.env), 'lsl');
  return join(root, `pylsl-${PYLSL_VERSION}`);
}

/** What a process that is to load the library needs to know. */
export interface LslLibrary {
  readonly file: string;
  readonly sha256: string;
}

/** @returns Null where it is not installed, or not published for this kind of machine. */
export function installedLsl(): LslLibrary | null {
  try {
    const { path, sha256 } = lslBuild(process.platform, process.arch);
    const file = join(lslFolder(), path);
    return existsSync(file) ? { file, sha256 } : null;
  } catch {
    return null;
  }
}
