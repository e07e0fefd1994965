import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { progressLine } from './progress-line.ts';

/** A download that takes longer is not waited for. */
const FETCH_WITHIN_MS = 5 * 60_000;
/** A place that does not answer within this is not reachable from here. */
const ANSWER_WITHIN_MS = 3_000;
const RELEASES = 'https://github.com/electron/electron/releases/';

/** Why a desktop window cannot be opened on this machine whatever is installed, or null. */
export function desktopObstacle(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  userId: number | null,
): string | null {
  if (platform !== 'linux') return null;
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) return 'this machine has no display';
  return userId === 0 ? "Electron's sandbox does not work for root" : null;
}

/**
 * Electron's executable, or null when it was never fetched. The package itself is not loaded: doing so starts a
 * download.
 */
export function electronBinary(root: string): string | null {
  const electronPackage = join(root, 'node_modules', 'electron');
  const pointer = join(electronPackage, 'path.txt');
  if (!existsSync(pointer)) return null;
  const binary = join(electronPackage, 'dist', readFileSync(pointer, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Fetches the executable with the package's own installer, which checks what it gets against its list of hashes. */
export async function fetchElectron(root: string): Promise<string | { readonly obstacle: string }> {
  const place = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || RELEASES;
  if (!(await answers(place)))
    return { obstacle: `Electron is not installed and ${new URL(place).host} cannot be reached` };
  const done = progressLine('Fetching the desktop window, about 120 MB, this once');
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  const child = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: FETCH_WITHIN_MS });
  const [code] = await once(child, 'exit');
  const binary = electronBinary(root);
  done(code === 0 && binary ? 'done' : 'failed');
  return binary ?? { obstacle: 'Electron could not be fetched' };
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return true;
  } catch {
    // Whatever is in the way (no network, a name that is not found, a silent wall), the browser host needs none of it.
    return false;
  }
}
