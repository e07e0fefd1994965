/**
 * The threads that compute one batch together, seen by one of them: each has some rows of it, and where something is
 * taken of all rows they hand each other their share. Every thread makes the same calls in the same order, and each call
 * waits until all have made it. The results are the same bits on every thread, since all add up in the order of the parts.
 *
 * These are the all-reduce and the all-gather of MPI, in memory that the threads share.
 */
export interface Peers {
  /** Rows of the batch that each thread has, in order; one or more each. */
  readonly rows: readonly number[];
  /** Which of them this one is, from 0. */
  readonly rank: number;
  /**
   * @param own Means over this thread's rows.
   * @returns The same means over all rows. New memory.
   * @throws PeersAbandonedError when another thread cannot do its part; RangeError when it does not fit.
   */
  mean(own: Float32Array): Float32Array;
  /**
   * @param own Row-major, this thread's rows.
   * @returns All rows, in the order of the batch. New memory.
   * @throws As `mean`.
   */
  gather(own: Float32Array): Float32Array;
}

/** What peers meet in: plain memory that they share, to be handed to each thread. */
export interface MeetingPlace {
  readonly rows: readonly number[];
  /** Numbers that one thread can hand over at once. */
  readonly capacity: number;
  /** See the indices below. */
  readonly control: Int32Array;
  /** [2, threads, capacity]: those who are ahead write into one half while others still read the other. */
  readonly values: Float32Array;
}

const ARRIVED = 0;
const ROUND = 1;
const ABANDONED = 2;

/** Another thread has failed, which is where the reason is to be found. */
export class PeersAbandonedError extends Error {
  override readonly name = 'PeersAbandonedError';
}

/** @param rows Of each thread. @param capacity Numbers that one thread may hand over at once. */
export function meetingPlace(rows: readonly number[], capacity: number): MeetingPlace {
  return {
    rows,
    capacity,
    control: new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT)),
    values: new Float32Array(new SharedArrayBuffer(2 * rows.length * capacity * Float32Array.BYTES_PER_ELEMENT)),
  };
}

/** Has all who wait there, and all who come, throw: somebody will not come. The place cannot be used again. */
export function abandon({ control }: MeetingPlace): void {
  Atomics.store(control, ABANDONED, 1);
  Atomics.add(control, ROUND, 1);
  Atomics.notify(control, ROUND);
}

/** Takes a place among the peers for the length of one task. Blocks its thread while it waits for others. */
export function joinPeers(place: MeetingPlace, rank: number): Peers {
  const { rows, capacity, control, values } = place;
  const allRows = rows.reduce((sum, each) => sum + each, 0);
  let exchanges = 0;

  /** Hands over what is this thread's. @returns What each has handed over, in their order; valid until the next call. */
  const exchange = (own: Float32Array, lengths: readonly number[]): Float32Array[] => {
    if (own.length !== lengths[rank] || Math.max(...lengths) > capacity) {
      throw new RangeError(`${lengths[rank]} numbers, ${capacity} at most, were expected; found ${own.length}`);
    }
    const half = (exchanges % 2) * rows.length * capacity;
    exchanges += 1;
    values.set(own, half + rank * capacity);
    waitForAll(control, rows.length);
    return lengths.map((length, i) => values.subarray(half + i * capacity, half + i * capacity + length));
  };

  return {
    rows,
    rank,
    mean(own) {
      const all = exchange(
        own,
        rows.map(() => own.length),
      );
      return own.map((_, i) => all.reduce((sum, each, part) => sum + (rows[part]! / allRows) * each[i]!, 0));
    },
    gather(own) {
      const columns = own.length / rows[rank]!;
      const all = exchange(
        own,
        rows.map((each) => each * columns),
      );
      const joined = new Float32Array(allRows * columns);
      let at = 0;
      for (const each of all) {
        joined.set(each, at);
        at += each.length;
      }
      return joined;
    },
  };
}

/** A barrier that can be used again: the last to arrive opens it for all. */
function waitForAll(control: Int32Array, threads: number): void {
  // In this order: whoever abandons sets the mark before the round changes, so that nobody sleeps through it.
  const round = Atomics.load(control, ROUND);
  throwIfAbandoned(control);
  if (Atomics.add(control, ARRIVED, 1) + 1 === threads) {
    Atomics.store(control, ARRIVED, 0);
    Atomics.add(control, ROUND, 1);
    Atomics.notify(control, ROUND);
    return;
  }
  while (Atomics.load(control, ROUND) === round) Atomics.wait(control, ROUND, round);
  throwIfAbandoned(control);
}

function throwIfAbandoned(control: Int32Array): void {
  if (Atomics.load(control, ABANDONED) === 0) return;
  throw new PeersAbandonedError('another thread that computes the same batch has failed');
}
