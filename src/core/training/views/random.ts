/**
 * Seeded random numbers by address. A generator is made for a place in the run (seed, purpose, step, view) and not kept
 * from one step to the next, so a checkpoint holds the generator's whole state in its seed and its step, and a
 * resumed run draws the same numbers as one that was never stopped.
 */
export interface Random {
  /** Uniform in [0, 1), 32 bits. */
  uniform(): number;
  /** Uniform between the two, `to` excluded. */
  between(from: number, to: number): number;
  /** Uniform integer in [0, below). @throws RangeError if `below` is not a positive integer. */
  integer(below: number): number;
  /** Standard normal. */
  normal(): number;
}

/** What randomness is drawn for; the first number of an address. */
export const PURPOSES = { weights: 1, subset: 2, order: 3, batch: 4, view: 5 } as const;

/**
 * The generator at an address.
 *
 * Source: sfc32 of Chris Doty-Humphrey's PractRand (passes its tests to 32 TB); the address is mixed in by the
 * finaliser of MurmurHash3.
 *
 * @param seed The run's seed, 0 to 2^32 - 1.
 * @param address Integers that name the place, e.g. PURPOSES.view, step, row.
 */
export function randomAt(seed: number, ...address: readonly number[]): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  for (const number of [seed, ...address]) {
    a = mix(a ^ number);
    b = mix(b + a);
    c = mix(c ^ b);
  }
  let counter = 1;

  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  // sfc32's own advice after seeding: the first outputs still show the seed.
  for (let warmUp = 0; warmUp < 12; warmUp++) next();

  const uniform = () => next() / 2 ** 32;
  return {
    uniform,
    between: (from, to) => from + (to - from) * uniform(),
    integer(below) {
      if (!Number.isInteger(below) || below < 1) {
        throw new RangeError(`a positive integer was expected as the upper bound; found ${below}`);
      }
      return Math.floor(uniform() * below);
    },
    // Box and Muller 1958; 1 - u keeps the logarithm finite.
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}

/**
 * The same items in a random order (Fisher and Yates).
 *
 * @returns A new array.
 */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = random.integer(last + 1);
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}

/** MurmurHash3's 32-bit finaliser. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
