import { join } from 'node:path';
import type { Outcome } from '../trial.ts';
import type { Ended, Places } from './door.ts';

/** What a process that attacks says of itself, a line each. */
export type Step =
  | { readonly kind: 'begun'; readonly input: number }
  /** @param mb The most memory that the process has held so far. */
  | { readonly kind: 'ended'; readonly end: Ended['end']; readonly mb: number }
  | { readonly kind: 'finding'; readonly finding: Outcome['findings'][number] }
  | { readonly kind: 'done' };

/** The file descriptor that it says so on: whatever is printed has the two others. */
export const SAYS_TO = 3;

/** So deep that a path which leads out leads into the trial's own folder all the same. */
const HERE = join('u', 'u', 'u', 'u', 'u', 'u');

/** Where things lie in a trial's folder. `temp` and `home` are the process' own. */
export function inFolder(folder: string): Places & { readonly temp: string; readonly home: string } {
  const of = (name: string) => join(folder, HERE, name);
  return { site: of('site'), made: of('made'), out: of('out'), temp: of('temp'), home: of('home') };
}
