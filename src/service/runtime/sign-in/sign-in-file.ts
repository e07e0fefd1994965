import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomically } from '../../../core/security/atomic-file.node.ts';

/**
 * What must outlast the program though no store is open: how often somebody guessed at a password and how long they have to
 * wait, and the letters to the audit log that tell of it. Names stand in it as salted digests, or sealed.
 */

const MOST_ATTEMPTS = 1000;
export const MOST_LETTERS = 1000;

const attemptSchema = z.object({
  who: z.string().regex(/^[0-9a-f]{64}$/),
  count: z.number().int().min(1),
  delayMs: z.number().min(0),
  /** When it was, by the clock on the wall. */
  atIso: z.iso.datetime(),
});

const letterSchema = z.object({
  /** Counts up and is never given twice: the store notes the last that it took. */
  number: z.number().int().min(1),
  atIso: z.iso.datetime(),
  /** Sealed for the site; null where the site has no box yet. */
  sealed: z.string().max(5000).nullable(),
});

const signInFileSchema = z.object({
  format: z.literal(1),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  attempts: z.array(attemptSchema).max(MOST_ATTEMPTS),
  /** The public key of the site's letter box; null until it was first signed in to. */
  box: z.string().max(500).nullable(),
  lastLetter: z.number().int().min(0),
  letters: z.array(letterSchema).max(MOST_LETTERS),
  /** Letters for which there was no room. */
  lost: z.number().int().min(0),
});

export type SignInRecord = z.infer<typeof signInFileSchema>;
export type StoredAttempt = z.infer<typeof attemptSchema>;

export interface SignInFile {
  read(): SignInRecord;
  /** Does not throw: a full disk must keep nobody from signing in. What could not be written is kept until the program ends. */
  change(change: Partial<SignInRecord>): void;
}

/** @param log Told when the file cannot be read or written. */
export function openSignInFile(file: string, log: (line: string) => void): SignInFile {
  let record: SignInRecord | null = null;
  const read = () => {
    record ??= readRecord(file, log);
    return record;
  };
  return {
    read,
    change(change) {
      record = { ...read(), ...change };
      try {
        writeFileAtomically(file, `${JSON.stringify(record)}\n`);
      } catch (error) {
        log(`Wrong passwords could not be noted in ${file}, and are known until the program ends: ${String(error)}`);
      }
    },
  };
}

function readRecord(file: string, log: (line: string) => void): SignInRecord {
  const nothing = {
    format: 1 as const,
    salt: randomBytes(16).toString('hex'),
    attempts: [],
    box: null,
    lastLetter: 0,
    letters: [],
    lost: 0,
  };
  if (!existsSync(file)) return nothing;
  try {
    return signInFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    log(`${file}, which tells of wrong passwords, is damaged and is begun anew: ${String(error)}`);
    return { ...nothing, lost: 1 };
  }
}
