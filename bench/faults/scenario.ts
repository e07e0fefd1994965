import type { Random } from '../../src/core/training/views/random.ts';

/** What is wrong after a fault. `lost`: it was acknowledged and is not there. `corrupt`: it is there and is not what it was. */
export interface Finding {
  readonly kind: 'lost' | 'corrupt';
  readonly what: string;
}

export interface ActTools {
  /** Says that something is on disk and must be found again, whatever happens from now on. Without line breaks. */
  acknowledge(text: string): void;
  readonly random: Random;
}

/**
 * Something that the program does with a folder, which a kill may end at any moment. A file of this folder each, entered in
 * scenarios.ts, whose default export it is.
 */
export interface Scenario {
  /** Makes what every trial begins with, once; each trial gets a copy. */
  prepare(folder: string): void | Promise<void>;
  /** Works in a process of its own until it is done or killed. */
  act(folder: string, tools: ActTools): void | Promise<void>;
  /** Opens what is left as the program would, and compares it with what was acknowledged. Whatever it throws counts as corrupt. */
  check(folder: string, acknowledged: readonly string[]): Finding[] | Promise<Finding[]>;
  /** The first guess of how long `act` takes; longer where it has no end. Kills fall into that time. */
  readonly killWithinMs: number;
  /** What is left cannot be opened without room: only then may `check` end with a full disk. */
  readonly needsRoom?: true;
}
