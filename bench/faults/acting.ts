import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { BEGUN, DISK_FULL_CODE } from './protocol.ts';

interface Acted {
  /** What it said was on disk. */
  readonly acknowledged: readonly string[];
  readonly end: 'killed' | 'done' | 'full' | 'crashed';
  /** From its beginning to its end, without the start of Node. */
  readonly tookMs: number;
  /** What it said on its error output, for one that crashed. */
  readonly said: string;
}

export interface Acting {
  readonly scenario: string;
  readonly folder: string;
  readonly seed: number;
  readonly trial: number;
  /** Null lets it end by itself. */
  readonly killAfterMs: number | null;
  /** Kills it once it has acknowledged so many, however long that takes. */
  readonly killAfterAcknowledged?: number;
}

/** Programs that are killed keep nothing of what they have compiled, if they are not told to: see act.ts. */
const COMPILED = join(tmpdir(), 'node-compile-cache');
const PROGRAM = fileURLToPath(new URL('act.ts', import.meta.url));

/** Runs one scenario's deed in a process of its own and kills it with a signal that cannot be caught. */
export async function act({
  scenario,
  folder,
  seed,
  trial,
  killAfterMs,
  killAfterAcknowledged,
}: Acting): Promise<Acted> {
  const child = spawn(process.execPath, ['--no-warnings', PROGRAM, scenario, folder, String(seed), String(trial)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
  });
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said = (said + bytes.toString('utf8')).slice(-4000);
  });
  const acknowledged: string[] = [];
  let beganMs: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (beganMs !== null) {
      acknowledged.push(line);
      if (acknowledged.length === killAfterAcknowledged) child.kill('SIGKILL');
    } else if (line === BEGUN) {
      beganMs = performance.now();
      if (killAfterMs !== null) timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    }
  }
  const [code, signal] = await exited;
  clearTimeout(timer);
  const tookMs = beganMs === null ? 0 : performance.now() - beganMs;
  const end =
    signal === 'SIGKILL' && beganMs !== null
      ? 'killed'
      : code === 0
        ? 'done'
        : code === DISK_FULL_CODE
          ? 'full'
          : 'crashed';
  return { acknowledged, end, tookMs, said };
}
