import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './scenario.ts';

/** What one trial showed. */
export interface Outcome {
  /** How the fault came about: killed, done before it came, full, refused, harmless. */
  readonly end: string;
  readonly acknowledged: number;
  /** Hostile inputs that came to their end; left out where a trial is one fault. */
  readonly inputs?: number;
  readonly findings: readonly (Finding | CrashFinding)[];
}

/** It ended by itself with an error that is none of those foreseen. */
interface CrashFinding {
  readonly kind: 'crashed';
  readonly what: string;
}

export interface TrialAddress {
  readonly seed: number;
  readonly trial: number;
}

/** A kind of fault on one thing: `kill session`, `flip log`. */
export interface Kind {
  readonly name: string;
  /** Why it cannot be tried here; null where it can. */
  readonly skipped: string | null;
  /** Makes what every trial begins with. */
  prepare(folder: string): Promise<void>;
  /** @param prepared A folder that is only read. @param work An empty one of this trial's own. */
  run(prepared: string, work: string, address: TrialAddress): Promise<Outcome>;
}

/** Kinds whose prepared folders are made at their first trial, under one folder that the caller removes. */
export class Trials {
  readonly #root: string;
  readonly #prepared = new Map<string, string>();

  constructor(root: string) {
    this.#root = root;
  }

  async run(kind: Kind, address: TrialAddress): Promise<Outcome> {
    const prepared = await this.#prepare(kind);
    const work = mkdtempSync(join(this.#root, 'trial-'));
    try {
      return await kind.run(prepared, work, address);
    } catch (error) {
      return { end: 'crashed', acknowledged: 0, findings: [{ kind: 'crashed', what: textOf(error) }] };
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }

  async #prepare(kind: Kind): Promise<string> {
    const known = this.#prepared.get(kind.name);
    if (known !== undefined) return known;
    const folder = join(this.#root, kind.name.replaceAll(/[^a-z]/g, '-'));
    mkdirSync(folder);
    await kind.prepare(folder);
    this.#prepared.set(kind.name, folder);
    return folder;
  }
}

export function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
}

export function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
