import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** A browser that is there still runs after this time, or has handed the address to one that runs; others have failed. */
const STARTED_AFTER_MS = 3000;

/** What {@link openingCommands} looks at. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Opens an address in a browser, where there is one: in a Chromium first, which reads a camera with the least work and is
 * what most of our tests run on, else in the person's own.
 *
 * @returns False when this machine has no screen or nothing to open it with; the printed address is then the way in.
 */
export async function openInBrowser(
  url: string,
  machine: Machine = { platform: process.platform, environment: process.env },
): Promise<boolean> {
  for (const command of openingCommands(url, machine)) {
    if (await hasStarted(command, machine.environment)) return true;
  }
  return false;
}

type OpeningCommand = readonly [file: string, ...parameters: string[]];

/** The commands that may open an address, the best first; none on a system without a screen. */
export function openingCommands(url: string, { platform, environment }: Machine): OpeningCommand[] {
  if (platform === 'darwin') {
    const named = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name): OpeningCommand => ['open', '-a', name, url],
    );
    return [...named, ['open', url]];
  }
  if (platform === 'win32') {
    const found = windowsBrowsers(environment).filter((path) => existsSync(path));
    // Not `cmd /c start`, which would read characters of the address as its own.
    return [...found.map((path): OpeningCommand => [path, url]), ['rundll32', 'url.dll,FileProtocolHandler', url]];
  }
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) return [];
  // Who names a browser in BROWSER, which xdg-open goes by, wants that one.
  const found = environment.BROWSER ? [] : linuxBrowsers(environment).filter((path) => existsSync(path));
  return [...found.map((path): OpeningCommand => [path, url]), ['xdg-open', url]];
}

function linuxBrowsers({ PATH = '' }: NodeJS.ProcessEnv): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = PATH.split(posix.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

function windowsBrowsers(environment: NodeJS.ProcessEnv): string[] {
  const folders = [environment.ProgramFiles, environment['ProgramFiles(x86)'], environment.LOCALAPPDATA];
  const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
  return programs.flatMap((program) =>
    folders.flatMap((folder) => (folder === undefined ? [] : [win32.join(folder, program)])),
  );
}

function hasStarted([file, ...parameters]: OpeningCommand, environment: NodeJS.ProcessEnv): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(file, parameters, { stdio: 'ignore', detached: true, env: environment });
    const timer = setTimeout(() => resolve(true), STARTED_AFTER_MS);
    const settle = (started: boolean) => {
      clearTimeout(timer);
      resolve(started);
    };
    child.once('error', () => settle(false));
    child.once('exit', (code) => settle(code === 0));
    child.unref();
  });
}
