import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { SocketClient } from './socket-client.ts';

const PROGRAM = fileURLToPath(new URL('./run-browser-host.ts', import.meta.url));

/** Browser hosts as programs of their own, which can be killed; those left are killed when the scope ends. */
export class SpawnedHosts implements AsyncDisposable {
  readonly #hosts: ChildProcess[] = [];

  async start(dataDir: string): Promise<{ process: ChildProcess; url: string }> {
    const child = spawn(process.execPath, [PROGRAM, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#hosts.push(child);
    const [url] = await once(createInterface({ input: child.stdout }), 'line');
    return { process: child, url };
  }

  async [Symbol.asyncDispose]() {
    await Promise.all(this.#hosts.splice(0).map(kill));
  }
}

export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** What a call answers; a refusal is thrown with its reason. */
export async function outputOf<T>(client: SocketClient, name: string, input: unknown = {}): Promise<T> {
  const answer = await client.call(name, input);
  if ('error' in answer) throw new Error(`${name}: ${answer.error.reason}`);
  return answer.output as T;
}
