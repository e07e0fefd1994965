/**
 * How much a face looks like the enrolled child, judged by face descriptors (128 numbers a face, see face-nets).
 *
 * The descriptors live in memory for the length of a session and go nowhere else.
 *
 * Thresholds, on the Euclidean distance to the nearest reference. On the demo clip (five frames in every two seconds,
 * references from its first two seconds): the child 0.22 at the median, 0.35 at 99 %, 0.38 at most over 135 faces and
 * seven expressions, 0.49 at most with face-api's own resampling; the adult who comes in never below 0.59. On the
 * rendered cohort (128-pixel images, single pairs): child against adult 0.41 at 0.1 %, 0.46 at 1 %, 0.65 at the median;
 * one child against itself 0.38 at the median, 0.54 at 99 %; against other children 0.40 at 1 %. So another child of
 * much the same looks cannot always be told by its descriptor alone, and face-api's customary 0.6 would sit on the
 * adult.
 */

/** At or below this a face is the child's, whatever came before. */
const SAME_DISTANCE = 0.42;

/** At or above this it is somebody else's; between the two the descriptor says nothing. */
const OTHER_DISTANCE = 0.55;

/** After an absence one look at or below this is proof: of 26,640 looks at other children the nearest was at 0.302. */
const CERTAIN_DISTANCE = 0.27;

/**
 * This many looks are proof when their mean is at or below {@link RETURN_DISTANCE}: with six, no second is read from
 * another child in any of 3,996 scenes of two children; with four, that happens in four scenes (docs/quality.md).
 */
const RETURN_LOOKS = 6;
const RETURN_DISTANCE = 0.33;

/** References kept: enough for a few poses and expressions, few enough to compare in no time. */
const MOST_REFERENCES = 6;

export type Descriptor = Float32Array;

export type Likeness = 'same' | 'other' | 'unsure';

/** What is known of one person's looks. */
export class Identity {
  readonly #references: Descriptor[];

  /** @param first Descriptor taken at the moment staff pointed the child out. */
  constructor(first: Descriptor) {
    this.#references = [first];
  }

  /** True when no further looks are wanted. */
  get isComplete(): boolean {
    return this.#references.length >= MOST_REFERENCES;
  }

  /**
   * Euclidean distance to the nearest reference, >= 0.
   *
   * @throws RangeError if the descriptor has another length than the references.
   */
  distance(descriptor: Descriptor): number {
    return Math.min(...this.#references.map((reference) => euclidean(reference, descriptor)));
  }

  /** Remembers another look of the same person. What is not plainly the same person is not taken. */
  learn(descriptor: Descriptor): void {
    if (!this.isComplete && likeness(this.distance(descriptor)) === 'same') this.#references.push(descriptor);
  }
}

/** What a distance says. */
export function likeness(distance: number): Likeness {
  if (distance <= SAME_DISTANCE) return 'same';
  return distance >= OTHER_DISTANCE ? 'other' : 'unsure';
}

/**
 * What the distances of several looks say of a face that position does not vouch for.
 *
 * @param distances Of one face, the newest last; at least one.
 */
export function likenessOfStranger(distances: readonly number[]): Likeness {
  const newest = distances.at(-1);
  if (newest === undefined) throw new RangeError('the distance of at least one look was expected; found none');
  if (newest >= OTHER_DISTANCE) return 'other';
  if (newest <= CERTAIN_DISTANCE) return 'same';
  const looks = distances.slice(-RETURN_LOOKS);
  const mean = looks.reduce((sum, distance) => sum + distance, 0) / looks.length;
  return looks.length === RETURN_LOOKS && mean <= RETURN_DISTANCE ? 'same' : 'unsure';
}

function euclidean(a: Descriptor, b: Descriptor): number {
  if (a.length !== b.length) {
    throw new RangeError(`a descriptor of ${a.length} numbers was expected; found ${b.length}`);
  }
  return Math.hypot(...a.map((value, i) => value - b[i]!));
}
