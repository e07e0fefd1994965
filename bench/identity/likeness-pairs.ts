import { type Random, randomAt } from '../../src/core/training/views/random.ts';

/** One picture of one person, described. */
export interface Described {
  readonly subject: string;
  readonly descriptor: Float32Array;
}

const REFERENCES = 6;
const DRAWS = 20;

/** How near a stranger, and the child itself, come to a child's references: the mean over some looks. */
export interface Distances {
  readonly own: readonly number[];
  readonly others: readonly number[];
}

/**
 * Every child enrolled with six of its pictures, and then it and every other looked at again.
 *
 * @param looks Pictures whose distances are averaged.
 */
export function distancesAfter(looks: number, described: readonly Described[], seed: number): Distances {
  const bySubject = [...Map.groupBy(described, ({ subject }) => subject).values()].filter(
    ({ length }) => length >= REFERENCES + looks,
  );
  const own: number[] = [];
  const others: number[] = [];
  for (const [enrolled, pictures] of bySubject.entries()) {
    for (let draw = 0; draw < DRAWS; draw++) {
      const random = randomAt(seed, enrolled, draw, looks);
      const order = shuffled(pictures, random);
      const references = order.slice(0, REFERENCES);
      own.push(meanDistance(references, order.slice(REFERENCES, REFERENCES + looks)));
      for (const [other, theirs] of bySubject.entries()) {
        if (other !== enrolled) others.push(meanDistance(references, shuffled(theirs, random).slice(0, looks)));
      }
    }
  }
  return { own, others };
}

function meanDistance(references: readonly Described[], looks: readonly Described[]): number {
  const nearest = looks.map((look) =>
    Math.min(...references.map((each) => euclidean(each.descriptor, look.descriptor))),
  );
  return nearest.reduce((sum, distance) => sum + distance, 0) / nearest.length;
}

function euclidean(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return Math.sqrt(sum);
}

function shuffled<T>(values: readonly T[], random: Random): T[] {
  const out = [...values];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
