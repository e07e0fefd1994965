import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { KEY } from './new-store.node.ts';

interface KilledRecording {
  /** A store that nobody has open. */
  readonly file: string;
  /** A session of it that is running. */
  readonly sessionId: string;
  /** The recording is killed once it has seen so many. */
  readonly samples: number;
  /** From one sample to the next; as on the ward if left out. */
  readonly pauseMs?: number;
}

/**
 * Records into a store by a process of its own, and kills it.
 *
 * @returns When each sample was seen, in milliseconds since the recording began.
 */
export async function recordUntilKilled({ file, sessionId, samples, pauseMs }: KilledRecording): Promise<number[]> {
  const program = fileURLToPath(new URL('append-until-killed.node.ts', import.meta.url));
  const args = [program, file, Buffer.from(KEY).toString('hex'), sessionId, String(pauseMs ?? '')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const seenMs: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    seenMs.push(Number(line));
    if (seenMs.length === samples) child.kill('SIGKILL');
  }
  const [code, signal] = await exited;
  if (code !== null || signal !== 'SIGKILL') throw new Error(`the recording ended by itself: ${code}, ${signal}`);
  return seenMs;
}
