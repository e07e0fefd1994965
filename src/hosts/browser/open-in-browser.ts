import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, posix, resolve, win32 } from 'node:path';
import { makeBrowserProfile, PRIVATE_FLAGS } from './browser-profile.ts';

/** A browser that is there still runs after this time, or has handed the address to one that runs; others have failed. */
const STARTED_AFTER_MS = 3000;

/** What {@link openingCommands} looks at. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
}

const IN_YOUR_OWN =
  'This is your own browser: its extensions and its account may keep what they see. With Chrome, Edge or Chromium installed, Faceward ' +
  'opens apart from them.';

/** Where an address was opened: apart from what a browser keeps of a person, or in the browser that the person uses. */
export type Opened = 'apart' | 'own';

/**
 * Opens an address in a browser, where there is one: in a Chromium first, which reads a camera with the least work and is
 * what most of our tests run on, with a profile of the program's own; else in the person's own.
 *
 * @param dataDir The profile lies in its folder `browser`.
 * @param say Told when it is the person's own browser, whose habits are not ours.
 * @returns Null when this machine has no screen or nothing to open it with; the printed address is then the way in.
 */
export async function openInBrowser(
  url: string,
  { dataDir, say }: { readonly dataDir: string; readonly say: (line: string) => void },
  machine: Machine = { platform: process.platform, environment: process.env },
): Promise<Opened | null> {
  const profileDir = join(resolve(dataDir), 'browser');
  for (const { opened, command } of openingCommands(url, profileDir, machine)) {
    if (opened === 'apart') makeBrowserProfile(profileDir);
    if (!(await hasStarted(command, machine.environment))) continue;
    if (opened === 'own') say(IN_YOUR_OWN);
    return opened;
  }
  return null;
}

interface Opening {
  readonly opened: Opened;
  readonly command: OpeningCommand;
}

type OpeningCommand = readonly [file: string, ...parameters: string[]];

/** The commands that may open an address, the best first; none on a system without a screen. */
export function openingCommands(url: string, profileDir: string, { platform, environment }: Machine): Opening[] {
  const flags = [`--user-data-dir=${profileDir}`, ...PRIVATE_FLAGS];
  const apart = (...command: OpeningCommand): Opening => ({ opened: 'apart', command });
  const own = (...command: OpeningCommand): Opening => ({ opened: 'own', command });
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
    return [...names.map((name) => apart('open', '-n', '-a', name, '--args', ...flags, url)), own('open', url)];
  }
  if (platform === 'win32') {
    const found = windowsBrowsers(environment).filter((path) => existsSync(path));
    // Not `cmd /c start`, which would read characters of the address as its own.
    return [...found.map((path) => apart(path, ...flags, url)), own('rundll32', 'url.dll,FileProtocolHandler', url)];
  }
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) return [];
  // Who names a browser in BROWSER, which xdg-open goes by, wants that one.
  const found = environment.BROWSER ? [] : linuxBrowsers(environment).filter((path) => existsSync(path));
  // One in a snap may not write where our data lie: a window of it that keeps nothing does as well.
  const flagsOf = (path: string) => (isInSnap(path) ? ['--incognito', ...PRIVATE_FLAGS] : flags);
  return [...found.map((path) => apart(path, ...flagsOf(path), url)), own('xdg-open', url)];
}

/** What stands under the name may be a script that starts the snap. */
function isInSnap(path: string): boolean {
  return path.startsWith('/snap/') || (path.includes('chromium') && existsSync('/snap/bin/chromium'));
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
