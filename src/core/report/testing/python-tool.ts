import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const CACHE = join(import.meta.dirname, '../../../../node_modules/.cache/faceward-python');

/** How long a test may wait for a large package to be downloaded. */
export const INSTALL_MS = 600_000;

export interface PythonTool {
  /** Where the packages lie: the PYTHONPATH of a program that a test starts itself. */
  readonly folder: string;
  /** Runs a script; its arguments follow. @returns What it wrote. @throws Error with its last words if it fails. */
  run(script: string, args?: readonly string[], input?: Uint8Array): Buffer;
  /** Runs a program that came with the packages. @returns What it wrote, whatever its exit status. */
  runProgram(name: string, args: readonly string[]): Buffer;
}

/**
 * Packages that others wrote for Python, installed once by pip into a folder of their own.
 *
 * @param packages With their versions, "pympi-ling==1.71".
 * @param isLarge They are downloaded only in CI, or with FACEWARD_FETCH_PYTHON set.
 * @returns Or why they cannot be had here, which is printed too.
 */
export function pythonTool(
  packages: readonly string[],
  { isLarge = false }: { readonly isLarge?: boolean } = {},
): PythonTool | { missing: string } {
  const folder = join(CACHE, packages.join('+').replace(/[^\w.+-]+/g, '-'));
  if (!existsSync(folder)) {
    if (isLarge && !process.env.CI && !process.env.FACEWARD_FETCH_PYTHON) {
      return without(`${packages.join(', ')} are not installed (FACEWARD_FETCH_PYTHON=1 lets pip download them)`);
    }
    mkdirSync(CACHE, { recursive: true });
    const part = `${folder}.${process.pid}`;
    const { status, stderr, error } = spawnSync(
      'python3',
      ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', part, ...packages],
      { encoding: 'utf8', timeout: INSTALL_MS },
    );
    if (status !== 0) {
      rmSync(part, { recursive: true, force: true });
      return without(`${packages.join(', ')} cannot be installed with pip: ${error?.message ?? stderr.trim()}`);
    }
    // Another test may have been as far at the same time.
    if (existsSync(folder)) rmSync(part, { recursive: true, force: true });
    else renameSync(part, folder);
  }
  const surroundings = { maxBuffer: 2 ** 28, env: { ...process.env, PYTHONPATH: folder } };
  return {
    folder,
    runProgram: (name, args) => spawnSync(join(folder, 'bin', name), args, surroundings).stdout,
    run(script, args = [], input) {
      const { status, stdout, stderr, error } = spawnSync('python3', ['-c', script, ...args], {
        ...surroundings,
        input,
      });
      if (status !== 0) {
        throw new Error(`a script was expected to end well; it says ${error?.message ?? stderr.toString('utf8')}`);
      }
      return stdout;
    },
  };
}

function without(missing: string): { missing: string } {
  process.stderr.write(`${missing}\n`);
  return { missing };
}
