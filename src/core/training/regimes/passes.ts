import type { TrainingConfig } from '../training-config.ts';
import { PURPOSES, randomAt, shuffled } from '../views/random.ts';

/** Which rows are passed over; separate streams have separate orders. */
export interface PassOptions {
  readonly rows: readonly number[];
  readonly classOfRow: Int32Array;
  /** Tells the orders of two streams of one run apart. */
  readonly stream: number;
  readonly config: Pick<TrainingConfig, 'seed' | 'sampling'>;
}

/**
 * Endless passes over images, each pass in its own seeded order, addressed by position.
 *
 * @returns The rows at positions `from` (included) to `to` (excluded), counted from the start of the run.
 */
export function passesOver({ rows, classOfRow, stream, config }: PassOptions): (from: number, to: number) => number[] {
  let known = { pass: -1, order: [] as readonly number[] };
  const orderOf = (pass: number) => {
    if (known.pass !== pass) {
      const random = randomAt(config.seed, PURPOSES.order, stream, pass);
      const order =
        config.sampling === 'natural'
          ? shuffled(rows, random)
          : balancedOrder(rows, classOfRow, config.seed, stream, pass);
      known = { pass, order };
    }
    return known.order;
  };
  return (from, to) =>
    Array.from({ length: to - from }, (_, i) => {
      const position = from + i;
      return orderOf(Math.floor(position / rows.length))[position % rows.length]!;
    });
}

/** As long as `rows`, with as many images of each class as of any other (give or take one); rare ones come more often. */
function balancedOrder(
  rows: readonly number[],
  classOfRow: Int32Array,
  seed: number,
  stream: number,
  pass: number,
): readonly number[] {
  const byClass = Object.values(Object.groupBy(rows, (row) => classOfRow[row]!)) as number[][];
  const random = randomAt(seed, PURPOSES.order, stream, pass);
  const queues = shuffled(byClass, random).map((members) => ({ members, order: shuffled(members, random), at: 0 }));
  const drawn = rows.map((_, i) => {
    const queue = queues[i % queues.length]!;
    if (queue.at === queue.order.length) {
      queue.order = shuffled(queue.members, random);
      queue.at = 0;
    }
    return queue.order[queue.at++]!;
  });
  return shuffled(drawn, random);
}
