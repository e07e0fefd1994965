import { availableParallelism } from 'node:os';

/** More would each have little to do of a usual batch, and every one takes memory of its own. */
const MOST_BY_DEFAULT = 4;

/**
 * Workers that a training on wasm uses: FACEWARD_WASM_WORKERS, or one for each core that this process may use, four at
 * most. Their number is part of a run's identity: another one rounds differently.
 *
 * @throws RangeError if the variable is set to something else than a number from 1 to 64.
 */
export function wasmWorkerCount(): number {
  const given = process.env.FACEWARD_WASM_WORKERS;
  if (given === undefined || given === '') return Math.min(availableParallelism(), MOST_BY_DEFAULT);
  const count = Number(given);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  throw new RangeError(`FACEWARD_WASM_WORKERS has to be a number from 1 to 64; found "${given}"`);
}
