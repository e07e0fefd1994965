import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { Wheel } from './wheels.ts';

const run = promisify(execFile);

/** How pip may be called here, the first that answers is taken. */
const PIP_COMMANDS: readonly (readonly string[])[] = [['pip3'], ['pip'], ['python3', '-m', 'pip']];
/** The libraries do not depend on Python; the wheel's name does. */
const PYTHON = '--python-version=3.11';
const LINUX_PLATFORMS = ['manylinux2014_x86_64', 'manylinux_2_17_x86_64', 'manylinux_2_27_x86_64'];
/** From this version on pip writes its progress for programs. */
const RAW_PROGRESS_SINCE = [24, 1] as const;

export interface Pip {
  readonly command: readonly string[];
  readonly tellsProgress: boolean;
}

/** @throws Error if there is no pip. */
export async function findPip(): Promise<Pip> {
  for (const command of PIP_COMMANDS) {
    const [program, ...rest] = command;
    const answer = await run(program!, [...rest, '--version']).catch(() => null);
    const version = answer?.stdout
      .match(/^pip (\d+)\.(\d+)/)
      ?.slice(1)
      .map(Number);
    if (!version) continue;
    const [major, minor] = version as [number, number];
    const tellsProgress =
      major > RAW_PROGRESS_SINCE[0] || (major === RAW_PROGRESS_SINCE[0] && minor >= RAW_PROGRESS_SINCE[1]);
    return { command, tellsProgress };
  }
  throw new Error(
    'pip, which fetches the libraries, was not found; install it (on Debian and Ubuntu: apt-get install python3-pip) and run the command again',
  );
}

interface DownloadOptions {
  readonly signal: AbortSignal;
  /** Bytes so far and in all. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Fetches one pinned wheel, unless it lies there already, and checks its SHA-256.
 *
 * @param dir Where wheels are kept; a wheel of another content there is fetched again.
 * @returns The wheel's file.
 * @throws Error with pip's own words if it cannot be had, or if its bytes are not the pinned ones.
 */
export async function downloadWheel(
  pip: Pip,
  { project, version, sha256, platforms = LINUX_PLATFORMS }: Wheel,
  dir: string,
  { signal, onProgress }: DownloadOptions,
): Promise<string> {
  // One folder a wheel: whatever pip calls the file, it is the only one there.
  const own = join(dir, `${project}-${version}`);
  await mkdir(own, { recursive: true });
  const present = await wheelIn(own);
  if (present && (await digestOf(present)) === sha256) return present;
  if (present) await rm(present);

  const target = [PYTHON, ...platforms.map((each) => `--platform=${each}`)];
  const args = ['download', '--no-deps', '--only-binary=:all:', ...target, '--dest', own, `${project}==${version}`];
  await runPip(pip, args, { signal, onProgress });
  const file = await wheelIn(own);
  if (!file) throw new Error(`pip ended well but left no wheel of ${project} ${version} in ${own}`);
  const found = await digestOf(file);
  if (found === sha256) return file;
  await rm(file);
  throw new Error(
    `the wheel of ${project} ${version} is not the one this version was made for: SHA-256 ${sha256} was expected, ` +
      `found ${found}. It was deleted; ask whoever runs the package mirror`,
  );
}

async function runPip(pip: Pip, args: readonly string[], { signal, onProgress }: DownloadOptions): Promise<void> {
  const [program, ...rest] = pip.command;
  const bar = pip.tellsProgress ? ['--progress-bar=raw'] : [];
  const child = spawn(program!, [...rest, ...args, ...bar], { signal, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2000);
  });
  createInterface(child.stdout).on('line', (line) => {
    const [, done, total] = line.match(/^Progress (\d+) of (\d+)/) ?? [];
    if (done && total) onProgress(Number(done), Number(total));
  });
  const code = await ended;
  if (code !== 0) throw new Error(`pip could not fetch ${args.at(-1)} (exit code ${code}): ${complaint.trim()}`);
}

async function wheelIn(dir: string): Promise<string | null> {
  const name = (await readdir(dir)).find((each) => each.endsWith('.whl'));
  return name ? join(dir, name) : null;
}

/** SHA-256 of a file, in hex. */
export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
