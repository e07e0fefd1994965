import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';

/** A process as others can recognise it, on its own machine and elsewhere. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it began, as its system counts; tells it from a later process of the same number. Empty where the system does not say. */
  readonly born: string;
  /** The machine since it was last started and, in a container, the container: where `pid` means this process. */
  readonly machine: string;
}

export function ownProcess(): ProcessIdentity {
  return { pid: process.pid, born: statOf(process.pid)?.born ?? '', machine: machine() };
}

/** @param of A process of this machine. @returns "unknown" where the system cannot tell it from a later one of its number. */
export function processState({ pid, born }: ProcessIdentity): 'alive' | 'gone' | 'unknown' {
  if (!isThere(pid)) return 'gone';
  const stat = statOf(pid);
  if (!stat || born === '') return 'unknown';
  return stat.born === born && !stat.hasEnded ? 'alive' : 'gone';
}

function machine(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    const macs = Object.values(networkInterfaces()).flatMap((each) => each?.map(({ mac }) => mac) ?? []);
    return [hostname(), ...new Set(macs)].join(' ');
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another person's process may be looked for and not signalled.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** @returns Null where there is no /proc, or no such process. */
function statOf(pid: number): { readonly born: string; readonly hasEnded: boolean } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold brackets and spaces: the state, and 19 fields later when it began (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { born: fields[19]!, hasEnded: fields[0] === 'Z' || fields[0] === 'X' };
  } catch {
    return null;
  }
}
