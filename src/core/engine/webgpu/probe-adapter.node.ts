import { execFile } from 'node:child_process';
import { failure } from '../../words/failure.ts';
import { entryBeside } from '../entry-beside.node.ts';
import type { ProbeFinding } from './probe-program.node.ts';

/** Looks for a GPU in a process of its own. Never rejects. */
export type ProbeAdapter = () => Promise<ProbeFinding>;

/** The program that looks. */
export const PROBE_PROGRAM = entryBeside(import.meta.url, './probe-program.node.ts');

/** A driver that is well answers in a tenth of a second; one that has to wake a GPU up, in a few. */
export const PROBE_PATIENCE_MS = 20_000;

let probe: ProbeAdapter = probeUnderNode;

export const probeAdapter: ProbeAdapter = () => probe();

/**
 * Has this process look for a GPU in another way. Electron's processes say so when they start: their executable is no
 * Node, and most of them may start no process at all.
 */
export function probeAdapterBy(way: ProbeAdapter): void {
  probe = way;
}

function probeUnderNode(): Promise<ProbeFinding> {
  return new Promise((resolve) => {
    const limits = { timeout: PROBE_PATIENCE_MS, killSignal: 'SIGKILL' } as const;
    execFile(process.execPath, [PROBE_PROGRAM], limits, (error, stdout) => {
      if (!error) resolve(JSON.parse(stdout) as ProbeFinding);
      else resolve(error.killed ? silentDriver() : fatalDriver(`${error.signal ?? `code ${error.code}`}`));
    });
  });
}

/** What is found when the program had to be ended. */
export function silentDriver(): ProbeFinding {
  return { kind: 'absent', why: failure('engine.silent-driver', { seconds: PROBE_PATIENCE_MS / 1000 }) };
}

/** @param how The program ended by itself: "SIGSEGV", "code 1". */
export function fatalDriver(how: string): ProbeFinding {
  return { kind: 'absent', why: failure('engine.fatal-driver', { how }) };
}
