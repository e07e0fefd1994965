import { execFile } from 'node:child_process';
import { entryBeside } from '../entry-beside.node.ts';
import type { ProbeFinding } from './probe-program.node.ts';

/** A driver that is well answers in a tenth of a second; one that has to wake a GPU up, in a few. */
const PATIENCE_MS = 20_000;

/** Looks for a GPU in a process of its own. */
export function probeAdapter(): Promise<ProbeFinding> {
  const options = {
    // Electron's own binary is a Node when it is told so.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  } as const;
  return new Promise((resolve) => {
    execFile(process.execPath, [entryBeside(import.meta.url, 'probe-program')], options, (error, stdout) => {
      if (!error) resolve(JSON.parse(stdout) as ProbeFinding);
      else resolve({ kind: 'absent', reason: reasonOf(error) });
    });
  });
}

function reasonOf({ code, signal, killed }: { code?: unknown; signal?: unknown; killed?: boolean }): string {
  if (killed) return `its driver did not answer within ${PATIENCE_MS / 1000} s`;
  return `its driver ended the process that asked for a GPU (${signal ?? `code ${code}`})`;
}
