import { spawn } from 'node:child_process';

/**
 * Opens an address in the person's default browser, where there is one.
 *
 * @returns False when this machine has no screen or nothing to open it with; the printed address is then the way in.
 */
export function openInBrowser(url: string): Promise<boolean> {
  const command = openingCommand(url, process.platform, process.env);
  if (!command) return Promise.resolve(false);
  const [file, ...parameters] = command;
  return new Promise((resolve) => {
    const child = spawn(file, parameters, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
    child.unref();
  });
}

/** The command that opens an address on a system, or null on one without a screen. */
export function openingCommand(
  url: string,
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): [string, ...string[]] | null {
  if (platform === 'darwin') return ['open', url];
  // Not `cmd /c start`, which would read characters of the address as its own.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open', url] : null;
}
