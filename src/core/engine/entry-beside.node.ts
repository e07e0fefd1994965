import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * File of a program that runs in a process or thread of its own: its source, or what was built of it. A build puts all
 * programs beside each other (see electron.vite.config.ts).
 *
 * @param callerUrl The caller's import.meta.url.
 * @param source The program's source, relative to the caller: `./gradient-worker.node.ts`.
 */
export function entryBeside(callerUrl: string, source: string): string {
  const file = callerUrl.endsWith('.ts') ? source : basename(source).replace(/(\.node)?\.ts$/, '.js');
  return fileURLToPath(new URL(file, callerUrl));
}
