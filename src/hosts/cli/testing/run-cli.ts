import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultDataDir } from '../../../core/engine/data-folder.node.ts';

const CLI = fileURLToPath(new URL('../faceward.mjs', import.meta.url));

/** So that nothing is kept among the data of whoever runs the tests; engines that are installed there are used. */
const DATA_HOME = mkdtempSync(join(tmpdir(), 'faceward-cli-data-'));
export const OWN_ENVIRONMENT = {
  FACEWARD_ENGINE_DIR: process.env.FACEWARD_ENGINE_DIR ?? join(defaultDataDir(process.platform, process.env), 'engine'),
  XDG_DATA_HOME: DATA_HOME,
  APPDATA: DATA_HOME,
};
process.once('exit', () => rmSync(DATA_HOME, { recursive: true, force: true }));

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the real command in a process of its own. */
export function startCli(args: readonly string[]) {
  return spawn(process.execPath, [CLI, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...OWN_ENVIRONMENT },
  });
}

/**
 * Runs the real command in a process of its own.
 *
 * @param onOutput Called with all of stdout so far whenever more has come; may end the process.
 */
export async function runCli(
  args: readonly string[],
  onOutput: (stdout: string, child: ChildProcess) => void = () => {},
): Promise<CliRun> {
  const child = startCli(args);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    onOutput(stdout, child);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

/** The JSON documents of a run with --json, one a line; a last line that was cut off is left out. */
export function documents(stdout: string): Record<string, unknown>[] {
  return stdout
    .slice(0, stdout.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
