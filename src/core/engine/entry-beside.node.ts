import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * File of a program that runs in a process or thread of its own. Its source is `<path>.node.ts`, seen from the caller's; a
 * build puts it beside all others as `<name>.js` (see electron.vite.config.ts).
 *
 * @param callerUrl The caller's import.meta.url.
 * @param path Without its suffix, relative to the caller: `gradient-worker`, `../query-program`.
 */
export function entryBeside(callerUrl: string, path: string): string {
  const file = callerUrl.endsWith('.ts') ? `${path}.node.ts` : `${basename(path)}.js`;
  return fileURLToPath(new URL(file, callerUrl));
}
