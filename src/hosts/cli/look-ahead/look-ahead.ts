import { accessSync, constants, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Misuse } from '../misuse.ts';

/**
 * What can be known to be wrong before anything is computed: looked at together, and told together by the options' names.
 */
export type Look = readonly [option: string, look: () => unknown];

/**
 * @throws Error that names every option whose look threw; Misuse where it is the call that makes no sense, and not what lies
 *   in a folder.
 */
export async function lookAhead(looks: readonly Look[]): Promise<void> {
  const found: { readonly option: string; readonly error: unknown }[] = [];
  for (const [option, look] of looks) {
    try {
      await look();
    } catch (error) {
      found.push({ option, error });
    }
  }
  if (found.length === 0) return;
  const lines = found.map(
    ({ option, error }) => `${option}: ${error instanceof Error ? error.message : String(error)}`,
  );
  const message = lines.length === 1 ? lines[0]! : `${lines.length} things are wrong:\n  ${lines.join('\n  ')}`;
  const isMisuse = found.some(({ error }) => error instanceof Misuse || error instanceof RangeError);
  throw isMisuse ? new Misuse(message) : new Error(message);
}

/** A file that is to be read. */
export function looksAtFile(option: string, path: string | undefined): readonly Look[] {
  return path === undefined ? [] : [[option, () => requireFile(path)]];
}

function requireFile(path: string): void {
  if (!statOf(path)) throw new Error(`a file was expected; there is no ${path}`);
  if (!statOf(path)?.isFile()) throw new Error(`a file was expected; ${path} is none`);
}

/** A folder that is to be made, or to be written into. */
export function looksAtPlaceFor(
  option: string,
  path: string | null | undefined,
  kind: 'folder' | 'file',
): readonly Look[] {
  return path ? [[option, () => requirePlaceFor(path, kind)]] : [];
}

function requirePlaceFor(path: string, kind: 'folder' | 'file'): void {
  const whole = resolve(path);
  const found = statOf(whole);
  if (kind === 'folder' && found && !found.isDirectory()) throw new Misuse(`a folder was expected; ${path} is a file`);
  if (kind === 'file' && found?.isDirectory()) throw new Misuse(`a file was expected; ${path} is a folder`);
  if (kind === 'file' && !statOf(dirname(whole))?.isDirectory()) {
    throw new Misuse(`${path} cannot be written: there is no folder ${dirname(whole)}`);
  }
  try {
    // Told by the system of a name that is too long, or that no file can have.
    statSync(whole, { throwIfNoEntry: false });
    if (kind === 'file') accessSync(found ? whole : dirname(whole), constants.W_OK);
    else if (found) accessSync(whole, constants.W_OK);
    else tryToMakeFolder(whole);
  } catch (cause) {
    throw new Misuse(`${path} cannot be made: ${(cause as Error).message}`, { cause });
  }
}

/**
 * Makes the first folder of the path that is not there, and removes it again. Node's own way to make a whole path does not
 * come back where a system refuses it without a reason, as Linux does under /proc.
 */
function tryToMakeFolder(path: string): void {
  let missing = path;
  while (!statOf(dirname(missing)) && dirname(missing) !== missing) missing = dirname(missing);
  mkdirSync(missing);
  rmdirSync(missing);
}

/** @returns Undefined for what is not there, and for what lies in a file as if that were a folder. */
function statOf(path: string) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
