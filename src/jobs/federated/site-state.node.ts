import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../../core/engine/make-folder.node.ts';
import type { SubjectKey } from '../../core/registry/subjects/subject-digest.node.ts';
import { failure } from '../../core/words/failure.ts';
import { RoundRefused } from './round-refused.ts';
import { type HeldConsents, roundDigest } from './who-takes-part.node.ts';

const stateSchema = z.object({
  formatVersion: z.literal(1),
  /** What an administrator has confirmed; null where nobody has, or the site has left. */
  confirmed: z.object({ fileSha256: z.string(), to: z.string(), atIso: z.string() }).nullable(),
  /** Children for whom a consent to share a model holds, by digest, with the last day on which it does, yyyy-mm-dd. */
  agreed: z.array(z.object({ digest: z.string(), untilDate: z.string() })),
  /** The model in use, and whether it may leave the site. */
  model: z.object({ dir: z.string(), mayLeave: z.boolean() }).nullable(),
});

/**
 * What the program tells the rounds of its site, since a round runs unattended and opens no store: written whenever a consent
 * changes, and withdrawn with it.
 */
export type SiteState = z.infer<typeof stateSchema>;

const fileOf = (dataDir: string) => join(dataDir, 'federation', 'site.json');

/** Whether a folder of data is that of a site, in which an administrator decides. */
export function holdsSite(dataDir: string): boolean {
  return existsSync(join(dataDir, 'keys.json'));
}

/** @returns Null where the program has told nothing. @throws Error where the file is not as the program writes it. */
export function readSiteState(dataDir: string): SiteState | null {
  const file = fileOf(dataDir);
  if (!existsSync(file)) return null;
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file} is not as the program writes it: open the site, and it is written anew`, { cause });
  }
}

/** Writes it whole or not at all, for its owner's eyes. */
export function writeSiteState(dataDir: string, state: SiteState): void {
  const file = fileOf(dataDir);
  makeFolder(join(dataDir, 'federation'), 0o700);
  writeFileSync(`${file}.partial`, `${JSON.stringify(state)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.partial`, file);
}

/** @throws RoundRefused "not-confirmed" unless an administrator has confirmed exactly this file. */
export function requireConfirmed(state: SiteState | null, file: string, fileSha256: string): SiteState {
  if (!state?.confirmed) throw new RoundRefused('not-confirmed', failure('federation.not-confirmed', { file }));
  if (state.confirmed.fileSha256 !== fileSha256) {
    throw new RoundRefused('not-confirmed', failure('federation.confirmed-otherwise', { file }));
  }
  return state;
}

/** The consents of the site on a day of its calendar, yyyy-mm-dd. */
export function consentsOnDay({ agreed }: SiteState, today: string, key: SubjectKey): HeldConsents {
  const digests = new Set(agreed.filter(({ untilDate }) => today <= untilDate).map(({ digest }) => digest));
  return {
    holdsFor: (subject) => digests.has(roundDigest(key, subject)),
    holdsForDigest: (digest) => digests.has(digest),
  };
}
