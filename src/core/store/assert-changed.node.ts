import type Database from 'better-sqlite3-multiple-ciphers';

/**
 * Holds a statement to the one row it was meant for.
 *
 * @throws Error if it changed none or several; the transaction around it is then undone.
 */
export function assertOneChanged(result: Database.RunResult, what: string): void {
  if (result.changes !== 1) throw new Error(`${what}: 1 row was to change; ${result.changes} did`);
}
