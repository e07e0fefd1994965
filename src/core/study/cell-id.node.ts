import { createHash } from 'node:crypto';
import { cellConfig } from './cell-config.ts';
import type { Cell, StudyPlan } from './study.ts';

/** What decides a cell's result beside its plan. */
export interface CellSurroundings {
  /** Version of the program. */
  readonly program: string;
  /** Name, versions and threads of the engine: another one rounds differently. */
  readonly engine: {
    readonly name: string;
    readonly versions: Readonly<Record<string, string>>;
    readonly threads: number;
  };
  /** Of who is in which split. */
  readonly splitHash: string;
  /** Of every face that trains, chooses or tests, and what is known of it. */
  readonly facesDigest: string;
}

/** Raised when a cell's result comes to be measured otherwise. */
const RESULT_FORMAT = 2;

const DIGEST_LETTERS = 16;

/**
 * The name of a cell: its scheme, size and seed to read, then a SHA-256 of all that decides its result, so that a result
 * found under a name never has to be doubted, and is never made twice.
 *
 * @returns For example "supcon_mixed_200_1_9f2c0d3b7a61e584"; safe as a file's name.
 * @throws RangeError if the cell cannot be trained.
 */
export function cellId(cell: Cell, plan: StudyPlan, surroundings: CellSurroundings): string {
  const { learner, regime, size, seed, ablation, draw, tunes } = cell;
  const content = { format: RESULT_FORMAT, config: cellConfig(cell, plan), tunes, ...surroundings };
  const digest = createHash('sha256').update(inOrder(content)).digest('hex').slice(0, DIGEST_LETTERS);
  const changed = ablation === null ? [] : [ablation];
  return [learner, regime, ...changed, size, seed, ...(tunes ? [`draw${draw}`] : []), digest].join('_');
}

/** JSON with the names of every object in alphabetical order, whatever order they were set in. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
