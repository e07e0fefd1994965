import { createHash } from 'node:crypto';
import type { SignInFile, StoredAttempt } from './sign-in-file.ts';

/** Wrong passwords that cost nothing: people mistype. */
const FREE_FAILURES = 3;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 5 * 60_000;
/** While a session runs somebody must be able to come to it: passwords that are hard to guess bear a guess in half a minute. */
const LONGEST_IN_SESSION_MS = 30_000;
/** Bounds what an attacker with made-up names can make us remember. */
const MAX_NAMES = 1_000;
/** After that a name begins anew at the next start. */
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/**
 * Where somebody tries: at the door, or in a window that is signed in and whose screen is locked. They are counted apart,
 * so that guesses at the door lock nobody out of the window that records a session.
 */
export type Seat = 'door' | { readonly window: number };

/** Makes guessing slow: after a few wrong passwords the next attempt under that name has to wait, longer each time. */
export interface SignInDelay {
  /**
   * Asks to try a password. An attempt counts as failed until it succeeds, so that many at once gain nothing.
   *
   * @returns Milliseconds to wait before asking again, or 0 when it may be tried now.
   */
  attempt(seat: Seat, name: string): number;
  /** @returns How many attempts had failed before this one. */
  succeeded(seat: Seat, name: string): number;
}

interface DelayOptions {
  readonly file: SignInFile;
  /** What a wait is measured by: no clock on the wall makes it longer or shorter. */
  readonly uptimeMs: () => number;
  /** What tells, after a start, how long the program was away. */
  readonly now: () => Date;
  readonly isSessionRunning: () => boolean;
}

interface Attempts extends Pick<StoredAttempt, 'count' | 'delayMs' | 'atIso'> {
  readonly nextAtMs: number;
  /** Windows end with the program; the door is there again. */
  readonly isAtDoor: boolean;
}

export function createSignInDelay({ file, uptimeMs, now, isSessionRunning }: DelayOptions): SignInDelay {
  let attempts: Map<string, Attempts> | null = null;
  const all = () => {
    attempts ??= new Map(file.read().attempts.flatMap((each) => resumed(each, uptimeMs(), now().getTime())));
    return attempts;
  };
  const keyOf = (seat: Seat, name: string) =>
    createHash('sha256')
      .update(JSON.stringify([file.read().salt, seat, name.normalize('NFC').trim().toLowerCase()]))
      .digest('hex');
  const keep = () => {
    const stored = [...all()].flatMap(([who, { isAtDoor, count, delayMs, atIso }]) =>
      isAtDoor ? [{ who, count, delayMs, atIso }] : [],
    );
    file.change({ attempts: stored });
  };
  return {
    attempt(seat, name) {
      const key = keyOf(seat, name);
      const before = all().get(key);
      const waitMs = before ? before.nextAtMs - uptimeMs() : 0;
      const longestMs = isSessionRunning() ? LONGEST_IN_SESSION_MS : LONGEST_DELAY_MS;
      // A session that began since shortens a wait that was longer.
      const spentMs = before ? before.delayMs - waitMs : 0;
      if (before && waitMs > 0 && spentMs < longestMs) return Math.min(waitMs, longestMs - spentMs);
      const count = (before?.count ?? 0) + 1;
      const delayMs = count < FREE_FAILURES ? 0 : Math.min(FIRST_DELAY_MS * 2 ** (count - FREE_FAILURES), longestMs);
      // The oldest entry makes room; set anew, so that names under attack stay.
      all().delete(key);
      if (all().size >= MAX_NAMES) all().delete(all().keys().next().value!);
      const isAtDoor = seat === 'door';
      all().set(key, { count, delayMs, nextAtMs: uptimeMs() + delayMs, atIso: now().toISOString(), isAtDoor });
      if (isAtDoor) keep();
      return 0;
    },
    succeeded(seat, name) {
      const key = keyOf(seat, name);
      const count = all().get(key)?.count ?? 1;
      if (all().delete(key) && seat === 'door') keep();
      return count - 1;
    },
  };
}

/** An attempt of an earlier start. A clock that was set makes its wait no longer than it was. */
function resumed({ who, ...stored }: StoredAttempt, uptimeMs: number, nowMs: number): [string, Attempts][] {
  const sinceMs = nowMs - Date.parse(stored.atIso);
  if (sinceMs > FORGOTTEN_AFTER_MS) return [];
  const waitMs = Math.min(stored.delayMs, Math.max(0, stored.delayMs - sinceMs));
  return [[who, { ...stored, nextAtMs: uptimeMs + waitMs, isAtDoor: true }]];
}
