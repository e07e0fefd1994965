import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A window that ends with an error this early never opened: a library is missing, or the display refused it. */
const NEVER_OPENED_MS = 10_000;

/**
 * Opens the desktop window and waits until it is closed.
 *
 * @param binary Electron's executable.
 * @returns Why it could not be opened, or null.
 */
export async function runDesktop(binary: string, root: string, dataDir: string): Promise<string | null> {
  const startedAtMs = Date.now();
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
  const child = spawn(binary, [root, '--data', dataDir], { stdio: 'inherit', env: environment });
  // Ctrl-C reaches both; the window closes its store first, and this process waits for it.
  const ignore = () => {};
  const end = () => child.kill('SIGTERM');
  process.on('SIGINT', ignore);
  process.on('SIGTERM', end);
  try {
    const [code, signal] = await once(child, 'exit');
    const failed = code !== 0 && signal === null;
    if (failed && Date.now() - startedAtMs < NEVER_OPENED_MS) return `Electron ended with code ${code}`;
    process.exitCode = code ?? 0;
    return null;
  } catch (error) {
    return `Electron did not start: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    process.off('SIGINT', ignore);
    process.off('SIGTERM', end);
  }
}
