import type { Random } from '../../../src/core/training/views/random.ts';
import type { Finding } from '../scenario.ts';

/** What became of one input. */
export interface Ended {
  readonly end: 'taken' | 'refused';
  /** All that a person was told; of a refusal at least one text with words. */
  readonly said: readonly string[];
}

/** Folders of one trial. Nothing may be written but in `site`, `out` and `temp`. */
export interface Places {
  /** A site's folder of data, which is this trial's own. */
  readonly site: string;
  /** Files that this site made, and films and pictures of this project; only read. */
  readonly made: string;
  /** Where hostile files are put and results go to; the process works in it. */
  readonly out: string;
}

/** A door with somebody behind it. */
export interface Opened {
  /** Makes one input and hands it in. Whatever it throws was not foreseen. */
  attack(random: Random): Promise<Ended>;
  /** Looks whether what was good is still there, and closes. Whatever it throws counts as corrupt. */
  close(): Promise<Finding[]>;
}

/**
 * A way by which something from outside comes in. A file of the folder `doors` each, entered in doors.ts, whose default export
 * it is. Inputs are made at run time out of what this project makes itself, spoilt by the seed.
 */
export interface Door {
  /** Inputs of one trial, which is one process. */
  readonly inputs: number;
  /** How often it takes a turn for one of the slowest door. */
  readonly turns: number;
  /** By when an input has to have its end; as long as two busy cores may take. */
  readonly boundMs?: number;
  open(places: Places): Promise<Opened>;
}
