/** Wrong passwords that cost nothing: people mistype. */
const FREE_FAILURES = 3;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 5 * 60_000;
/** Bounds what an attacker with made-up names can make us remember. */
const MAX_NAMES = 1_000;

/** Makes guessing slow: after a few wrong passwords the next attempt under that name has to wait, longer each time. */
export interface SignInDelay {
  /** Milliseconds until an attempt under the name is looked at; 0 when it may be made now. */
  waitMs(name: string, atMs: number): number;
  failed(name: string, atMs: number): void;
  /** @returns How many attempts had failed before this one. */
  succeeded(name: string): number;
}

export function createSignInDelay(): SignInDelay {
  const failures = new Map<string, { count: number; untilMs: number }>();
  const keyOf = (name: string) => name.normalize('NFC').trim().toLowerCase();
  return {
    waitMs: (name, atMs) => Math.max(0, (failures.get(keyOf(name))?.untilMs ?? 0) - atMs),
    failed(name, atMs) {
      const key = keyOf(name);
      const count = (failures.get(key)?.count ?? 0) + 1;
      const delayMs =
        count < FREE_FAILURES ? 0 : Math.min(FIRST_DELAY_MS * 2 ** (count - FREE_FAILURES), LONGEST_DELAY_MS);
      // The oldest entry makes room; set anew, so that names under attack stay.
      failures.delete(key);
      if (failures.size >= MAX_NAMES) failures.delete(failures.keys().next().value!);
      failures.set(key, { count, untilMs: atMs + delayMs });
    },
    succeeded(name) {
      const key = keyOf(name);
      const count = failures.get(key)?.count ?? 0;
      failures.delete(key);
      return count;
    },
  };
}
