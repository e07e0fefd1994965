import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { ProjectFolders } from '../../shared/project-folders.ts';
import type { Finding } from './finding.ts';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/**
 * What can show the window: Electron, a browser, and whether the window is built.
 *
 * @param running Version of the Electron that runs this, where one does.
 */
export function windowFindings({ root, renderer }: ProjectFolders, running = process.versions.electron): Finding[] {
  const electron = running
    ? `this program's own Electron ${running}`
    : electronBinary(join(root, 'node_modules', 'electron'));
  const browser = onPath(BROWSERS);
  const isBuilt = existsSync(join(renderer, 'index.html'));
  return [
    {
      area: 'window',
      name: 'desktop',
      state: electron ? 'ok' : 'absent',
      text: electron ?? 'Electron has no binary here; npm start fetches it, or opens a browser instead',
    },
    {
      area: 'window',
      name: 'browser',
      state: browser ? 'ok' : 'absent',
      text: browser ?? 'no Chromium, Chrome or Edge on the search path; open the address in the browser you have',
    },
    {
      area: 'window',
      name: 'built',
      state: isBuilt ? 'ok' : 'absent',
      text: isBuilt ? renderer : 'not built yet; npm start builds it',
    },
  ];
}

/** Looks without loading the package, which would download the binary. */
function electronBinary(packageDir: string): string | null {
  const pointer = join(packageDir, 'path.txt');
  if (!existsSync(pointer)) return null;
  const binary = join(packageDir, 'dist', readFileSync(pointer, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

function onPath(programs: readonly string[]): string | null {
  const dirs = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const candidates = programs.flatMap((program) => dirs.map((dir) => join(dir, program + suffix)));
  return candidates.find((file) => existsSync(file)) ?? null;
}
