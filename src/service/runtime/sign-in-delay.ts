/** Wrong passwords that cost nothing: people mistype. */
const FREE_FAILURES = 3;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 5 * 60_000;
/** Bounds what an attacker with made-up names can make us remember. */
const MAX_NAMES = 1_000;

/** Makes guessing slow: after a few wrong passwords the next attempt under that name has to wait, longer each time. */
export interface SignInDelay {
  /**
   * Asks to try a password. An attempt counts as failed until it succeeds, so that many at once gain nothing.
   *
   * @returns Milliseconds to wait before asking again, or 0 when it may be tried now.
   */
  attempt(name: string, atMs: number): number;
  /** @returns How many attempts had failed before this one. */
  succeeded(name: string): number;
}

export function createSignInDelay(): SignInDelay {
  const attempts = new Map<string, { count: number; nextAtMs: number }>();
  const keyOf = (name: string) => name.normalize('NFC').trim().toLowerCase();
  return {
    attempt(name, atMs) {
      const key = keyOf(name);
      const before = attempts.get(key) ?? { count: 0, nextAtMs: 0 };
      if (before.nextAtMs > atMs) return before.nextAtMs - atMs;
      const count = before.count + 1;
      const delayMs =
        count < FREE_FAILURES ? 0 : Math.min(FIRST_DELAY_MS * 2 ** (count - FREE_FAILURES), LONGEST_DELAY_MS);
      // The oldest entry makes room; set anew, so that names under attack stay.
      attempts.delete(key);
      if (attempts.size >= MAX_NAMES) attempts.delete(attempts.keys().next().value!);
      attempts.set(key, { count, nextAtMs: atMs + delayMs });
      return 0;
    },
    succeeded(name) {
      const key = keyOf(name);
      const count = attempts.get(key)?.count ?? 1;
      attempts.delete(key);
      return count - 1;
    },
  };
}
