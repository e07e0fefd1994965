import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = join(import.meta.dirname, '../../node_modules/electron');

/**
 * Electron's executable, or null when it was never fetched. The package itself is not loaded: doing so starts a download.
 */
export function desktopBinary(): string | null {
  const pathFile = join(PACKAGE, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(PACKAGE, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/**
 * The packed program that the specs are to drive, or null: the executable that FACEWARD_DESKTOP names. It has to be packed
 * for them (FACEWARD_BUILD_FOR_SPECS=1 npm run pack), since Playwright speaks to Electron through Node's inspector.
 */
export function packedProgram(): string | null {
  return process.env.FACEWARD_DESKTOP || null;
}
