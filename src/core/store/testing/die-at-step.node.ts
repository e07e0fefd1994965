import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** The program that loads this ends, as if by the power. */
export const die = () => process.kill(process.pid, 'SIGKILL');

/**
 * From now on this program dies at a step of a change that puts one file after the other in its place. To be called before
 * whatever does so is loaded.
 *
 * @param steps For each file, in their order, the names of the moments before and after it is renamed.
 */
export function dieAtStep(step: string, steps: readonly (readonly [before: string, after: string])[]): void {
  const rename = fs.renameSync;
  let renamed = 0;
  fs.renameSync = (from, to) => {
    const [before, after] = steps[renamed] ?? [];
    renamed += 1;
    if (before === step) die();
    rename(from, to);
    if (after === step) die();
  };
  syncBuiltinESMExports();
}
