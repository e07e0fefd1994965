import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PACKAGES = ['torch==2.6.0', 'numpy'];
/**
 * Makes the Python environment that PyTorch runs in, in the user's cache folder, unless it is there.
 *
 * @returns Its python.
 * @throws Error saying what is missing.
 */
export async function pytorchPython(): Promise<string> {
  const dir = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'faceward', 'bench-pytorch');
  const python = join(dir, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  if (await canImportTorch(python)) return python;
  console.log(`Making a Python environment with ${PACKAGES.join(' and ')} in ${dir}`);
  await mkdir(dir, { recursive: true });
  if (!existsSync(python)) await run(process.platform === 'win32' ? 'python' : 'python3', ['-m', 'venv', dir]);
  await run(python, ['-m', 'pip', 'install', '--quiet', ...PACKAGES]);
  if (!(await canImportTorch(python)))
    throw new Error(`PyTorch was installed in ${dir} but cannot be imported; delete the folder and try again`);
  return python;
}

async function canImportTorch(python: string): Promise<boolean> {
  if (!existsSync(python)) return false;
  return promisify(execFile)(python, ['-c', 'import torch']).then(
    () => true,
    () => false,
  );
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0)
    throw new Error(`"${command} ${args.join(' ')}" ended with ${code}; is Python 3 with venv and pip installed?`);
}
