import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Greeting, LossAnswer, Request, StepsAnswer } from './protocol.ts';

/** A process that trains when it is told to. */
export interface Contender {
  readonly name: string;
  readonly threads: number;
  steps(rows: number, steps: number): Promise<StepsAnswer>;
  /** @returns The loss of a batch, which it writes to a file or reads from there. */
  example(request: Exclude<Request, { kind: 'steps' }>): Promise<LossAnswer>;
  close(): Promise<void>;
}

export interface ContenderProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly threads: number;
}

/**
 * Starts a contender.
 *
 * @returns The reason in words where it cannot run here. Caller closes.
 */
export async function startContender({ command, args, env, threads }: ContenderProgram): Promise<Contender | string> {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async <T>(): Promise<T> => {
    for (;;) {
      const { done, value } = await lines.next();
      if (done)
        throw new Error(`${command} ${args.join(' ')} ended where an answer was expected; run it alone to see why`);
      // Libraries write to the same output.
      if (value.startsWith('{')) return JSON.parse(value) as T;
    }
  };
  const ask = <T>(request: Request): Promise<T> => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    return answer<T>();
  };
  const greeting = await answer<Greeting>();
  if (greeting.kind === 'absent') {
    await end(child);
    return greeting.reason;
  }
  return {
    name: greeting.name,
    threads,
    steps: (rows, steps) => ask({ kind: 'steps', rows, steps }),
    example: (request) => ask(request),
    close: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
