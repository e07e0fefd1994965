import { flipKind } from './flip.ts';
import { fullDiskKind } from './full-disk.ts';
import { killKind } from './kill.ts';
import { SCENARIOS } from './scenarios.ts';
import type { Kind } from './trial.ts';

/** All faults there are, in the order in which they take turns. */
export function allKinds(): Kind[] {
  const names = Object.keys(SCENARIOS);
  return [...names.map(killKind), ...(['log', 'index', 'file'] as const).map(flipKind), ...names.map(fullDiskKind)];
}
