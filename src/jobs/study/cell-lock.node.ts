import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  futimesSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { ownProcess, processState } from './process-state.node.ts';

/** A cell that this process has. */
export interface HeldCell {
  readonly kind: 'held';
  /** @throws CellLost if another process took the cell meanwhile, since this one gave no sign of life for long. */
  readonly requireHeld: () => void;
  readonly release: () => void;
}

export type CellLock = HeldCell | { readonly kind: 'taken'; readonly by: string };

/** The cell is another process's by now: what was made of it here must not be written. */
export class CellLost extends Error {
  override readonly name = 'CellLost';
  readonly by: string;

  constructor(by: string) {
    super(`the cell is run by ${by}`);
    this.by = by;
  }
}

export interface LockTimes {
  /** A holder gives a sign of life this often. */
  readonly beatMs: number;
  /** A holder on another machine that gives none for this long is gone; measured by the clock of who waits alone. */
  readonly goneAfterMs: number;
}

/** A step of the largest net on one core is over well within three minutes, and so is a server that is restarted. */
const USUAL_TIMES: LockTimes = { beatMs: 10_000, goneAfterMs: 180_000 };

/** How often the lock of another machine is looked at. */
const LOOK_EVERY_MS = 1_000;

const holderSchema = z.object({
  pid: z.number().int(),
  born: z.string(),
  machine: z.string(),
  host: z.string(),
  sinceIso: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

/**
 * Takes a cell for this process, unless another one has it, on this machine or another that shares the folder.
 *
 * The lock is a file that is linked into place, which a file server does for one of several that ask at once, NFS too, where
 * the locks of a system need a service that is often off. Every taking has a file of its own, numbered from 1, and the highest number is in force; none is
 * ever removed or used again, so that nobody can take away what another has just taken. An empty one was given back.
 *
 * Whether a holder still lives is asked of the system where it runs on this machine. Of another machine the
 * holder's signs of life are waited for: numbers that it sets as the file's time. They are compared with each other alone, so that
 * the machines' clocks may differ by years, and take no room on a full disk.
 *
 * @param base Path of the files but for their number; its folder is there.
 * @param now For people, who may ask since when.
 * @throws Error if the folder cannot be written, or its file system has no hard links.
 */
export async function lockCell(base: string, now: Date, times: LockTimes = USUAL_TIMES): Promise<CellLock> {
  const own: Holder = { ...ownProcess(), host: hostname(), sinceIso: now.toISOString() };
  for (;;) {
    const number = highest(base);
    if (number > 0 && !(await isFree(`${base}.${number}`, own, times))) {
      return { kind: 'taken', by: describe(read(`${base}.${number}`)?.holder) };
    }
    if (linked(base, number + 1, own)) return held(base, number + 1, times);
  }
}

function highest(base: string): number {
  let number = 0;
  while (existsSync(`${base}.${number + 1}`)) number += 1;
  return number;
}

/** @returns False if another process was first. */
function linked(base: string, number: number, own: Holder): boolean {
  const draft = `${base}.${randomUUID()}.draft`;
  try {
    writeFileSync(draft, JSON.stringify(own), { flag: 'wx' });
    try {
      linkSync(draft, `${base}.${number}`);
    } catch (error) {
      // A server's answer can be lost and its deed not: then the file has its second name.
      if (statSync(draft).nlink === 2) return true;
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
    return true;
  } finally {
    rmSync(draft, { force: true });
  }
}

function held(base: string, number: number, { beatMs }: LockTimes): HeldCell {
  const descriptor = openSync(`${base}.${number}`, 'r+');
  const beats = beating(descriptor, beatMs);
  return {
    kind: 'held',
    requireHeld() {
      const next = `${base}.${number + 1}`;
      if (existsSync(next)) throw new CellLost(describe(read(next)?.holder));
    },
    release() {
      clearInterval(beats);
      ftruncateSync(descriptor);
      closeSync(descriptor);
    },
  };
}

function beating(descriptor: number, everyMs: number): NodeJS.Timeout {
  let beat = 0;
  const timer = setInterval(() => {
    beat += 1;
    try {
      futimesSync(descriptor, beat, beat);
    } catch {
      // A server that is away for a moment: the next sign may reach it, and who waits is patient.
    }
  }, everyMs);
  return timer.unref();
}

/** Whether the taking has ended: it was given back, or its process is gone. */
async function isFree(file: string, own: Holder, { goneAfterMs }: LockTimes): Promise<boolean> {
  const first = read(file);
  if (!first) return true;
  const { holder } = first;
  if (holder?.machine === own.machine) {
    const state = processState(holder);
    if (state !== 'unknown') return state === 'gone';
  }
  const sinceMs = performance.now();
  while (performance.now() - sinceMs < goneAfterMs) {
    await delay(Math.min(LOOK_EVERY_MS, goneAfterMs / 10));
    const now = read(file);
    if (!now) return true;
    if (now.beat !== first.beat) return false;
  }
  return true;
}

/**
 * Opened each time: a file server's client looks for changes only then.
 *
 * @returns Null for a taking that was given back. Holder null where who took it cannot be read.
 */
function read(file: string): { readonly holder: Holder | null; readonly beat: number } | null {
  const descriptor = openSync(file, 'r');
  try {
    const text = readFileSync(descriptor, 'utf8');
    if (text === '') return null;
    return { holder: holderIn(text), beat: fstatSync(descriptor).mtimeMs };
  } finally {
    closeSync(descriptor);
  }
}

function holderIn(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function describe(holder: Holder | null | undefined): string {
  // It can have been given back in this instant.
  return holder ? `process ${holder.pid} on ${holder.host}, since ${holder.sinceIso}` : 'another process';
}
