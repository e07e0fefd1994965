import { fileURLToPath } from 'node:url';

/**
 * File of a program that runs in a process or thread of its own. Its source lies beside the caller's as `<name>.node.ts`;
 * a build puts it beside all others as `<name>.js` (see electron.vite.config.ts).
 *
 * @param callerUrl The caller's import.meta.url.
 */
export function entryBeside(callerUrl: string, name: string): string {
  const file = callerUrl.endsWith('.ts') ? `${name}.node.ts` : `${name}.js`;
  return fileURLToPath(new URL(`./${file}`, callerUrl));
}
