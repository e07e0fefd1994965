import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MAX_BYTES = 5 * 1024 * 1024;

export interface Incident {
  readonly atIso: string;
  /** What was being done, e.g. a method's name. Never its input, which may be about a child. */
  readonly during: string;
  readonly error: unknown;
}

/**
 * Writes an unexpected failure to the program's log, where support can find it.
 *
 * @param dir Folder of the log; made if it is not there. One older file of the same size is kept.
 * @returns The incident's number, for the message that a person sees.
 */
export function recordIncident(dir: string, { atIso, during, error }: Incident): string {
  const incident = randomBytes(4).toString('hex');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, 'faceward.log');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.1`);
  appendFileSync(file, `${atIso} ${incident} ${during}\n${detailsOf(error)}\n\n`, { mode: 0o600 });
  return incident;
}

/** The stack, and below it those of what led to it. */
function detailsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? error.message;
  return error.cause === undefined ? stack : `${stack}\ncaused by ${detailsOf(error.cause)}`;
}

interface Happened {
  readonly during: string;
  readonly error: unknown;
  readonly now: () => Date;
  /** Told instead where the log cannot be written. */
  readonly log: (line: string) => void;
}

/** The same for whoever must go on whether or not the log can be written. @returns The number of the incident. */
export function keepIncident(dir: string, { during, error, now, log }: Happened): string {
  try {
    return recordIncident(dir, { atIso: now().toISOString(), during, error });
  } catch (unwritable) {
    log(
      `The log in ${dir} cannot be written (${String(unwritable)}), for a failure during ${during}: ${String(error)}`,
    );
    return 'unwritten';
  }
}
