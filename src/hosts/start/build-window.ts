import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ProjectFolders } from '../shared/project-folders.ts';
import { progressLine } from './progress-line.ts';

/** True when the window was never built, or something it is built from changed since. */
export function windowIsStale({ root, renderer }: ProjectFolders): boolean {
  const builtAtMs = modifiedAtMs(join(renderer, 'index.html'));
  if (builtAtMs === null) return true;
  const configs = ['package-lock.json', 'electron.vite.config.ts'].map((name) => modifiedAtMs(join(root, name)) ?? 0);
  return Math.max(...configs, newestSourceAtMs(join(root, 'src'))) > builtAtMs;
}

/** @throws Error with the builder's own words when it fails. */
export async function buildWindow({ root }: ProjectFolders): Promise<void> {
  const done = progressLine('Building the window');
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const child = spawn(process.execPath, [builder, 'build'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  done(code === 0 ? 'done' : 'failed');
  if (code !== 0) throw new Error(`The window could not be built.\n${errors || output}`);
}

function newestSourceAtMs(dir: string): number {
  const files = readdirSync(dir, { withFileTypes: true, recursive: true }).filter(isSource);
  return Math.max(...files.map((file) => modifiedAtMs(join(file.parentPath, file.name)) ?? 0));
}

function isSource(entry: Dirent): boolean {
  return entry.isFile() && !entry.parentPath.includes('node_modules') && !/\.test\.tsx?$/.test(entry.name);
}

function modifiedAtMs(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
