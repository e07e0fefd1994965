import { test } from '@playwright/test';

/** Skips the spec that runs, and prints why, which the list of results does not; without a reason it does nothing. */
export function skipFor(reason: string | null): void {
  if (reason === null) return;
  console.log(`skipped: ${reason}`);
  test.info().skip(true, reason);
}
