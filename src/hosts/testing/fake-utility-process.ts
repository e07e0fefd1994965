import { type ChildProcess, fork, type Serializable, type StdioOptions } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';

const PARENT_PORT = fileURLToPath(new URL('./fake-parent-port.ts', import.meta.url));

/**
 * A utility process as far as we use one, played by a child process of Node. Like Electron's it has a `process.parentPort`,
 * does not end by itself, and ends with whoever started it.
 */
export class FakeUtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(entry: string, args: string[], { stdio }: { stdio: readonly ['ignore', string, string] }) {
    super();
    this.#child = fork(entry, args, {
      execArgv: ['--import', PARENT_PORT],
      serialization: 'advanced',
      stdio: [...stdio, 'ipc'] as StdioOptions,
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('exit', (code) => this.emit('exit', code ?? 1));
  }

  get stdout() {
    return this.#child.stdout;
  }

  postMessage(message: unknown): void {
    this.#child.send(message as Serializable, () => {});
  }

  kill(): boolean {
    return this.#child.kill();
  }
}
