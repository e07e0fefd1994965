import { closeSync, openSync, statSync, truncateSync, writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { isDiskFull } from '../../core/training/full-disk/disk-full.node.ts';

/** Some hundreds of entries in the audit log, and what opening a store takes. */
const RESERVE_BYTES = 4 * 1024 * 1024;
/** Some twenty entries. */
const PART_BYTES = 256 * 1024;

/** How long no second attempt is made to set room aside again. */
const RETRY_MS = 2000;

/**
 * Room on the disk, set aside while there is some: on a full disk it is given up, so that people can still sign in, read
 * and sign out, each of which writes an entry into the audit log. Readings are not written into it; they are refused in
 * words until there is room for it again.
 */
export class Reserve {
  readonly #file: string;
  #triedAtMs = Number.NEGATIVE_INFINITY;

  constructor(file: string) {
    this.#file = file;
  }

  /** Sets it aside as far as it is not. @returns False where the disk has no room for it. */
  hold(): boolean {
    const before = this.#bytes;
    if (before >= RESERVE_BYTES) return true;
    const nowMs = performance.now();
    if (nowMs - this.#triedAtMs < RETRY_MS) return false;
    this.#triedAtMs = nowMs;
    try {
      addZeros(this.#file, RESERVE_BYTES - before);
      return true;
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      truncateSync(this.#file, before);
      return false;
    }
  }

  /** Does the work, out of what was set aside where the disk is full. The work leaves nothing behind when it throws. */
  use<Result>(work: () => Result): Result {
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!isDiskFull(error) || !this.#giveUpPart()) throw error;
      }
    }
  }

  /** The same for work that takes its time. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isDiskFull(error) || !this.#giveUpPart()) throw error;
      }
    }
  }

  /** Part by part: others who write on a full disk take at once what is free. @returns False when nothing is left. */
  #giveUpPart(): boolean {
    const before = this.#bytes;
    if (before === 0) return false;
    truncateSync(this.#file, Math.max(0, before - PART_BYTES));
    return true;
  }

  get #bytes(): number {
    return statSync(this.#file, { throwIfNoEntry: false })?.size ?? 0;
  }
}

/** Zeros that are written: a file that is only made longer takes no room. */
function addZeros(file: string, bytes: number): void {
  const part = Buffer.alloc(PART_BYTES);
  const descriptor = openSync(file, 'a', 0o600);
  try {
    for (let left = bytes; left > 0; ) left -= writeSync(descriptor, part, 0, Math.min(left, PART_BYTES));
  } finally {
    closeSync(descriptor);
  }
}
