import { EMOTIONS } from '../emotion/emotion.ts';
import type { ParityFigures } from './timeline-schema.ts';

/** Readings of a session as columns, or rows that each stand for several; in the order of time. */
export interface ReadingColumns {
  readonly count: number;
  readonly atMs: Float64Array;
  /** Index into EMOTIONS, or -1 for "not sure". */
  readonly emotion: Int8Array;
}

const SECOND_MS = 1000;

/**
 * A recording is started by hand within a few seconds of the session, so the best fit is sought this far to either
 * side.
 */
const MOST_OFFSET_MS = 5000;
const FINE_STEP_MS = 100;

/** 97.5 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * Compares how a recording was read with how its live session was, second by second.
 *
 * A second counts as the emotion that most of its readings name (of two named equally often, the first in the order of
 * EMOTIONS; any emotion before "not sure", as in the store's rollups). The recording is first moved to where the two
 * name the same in the most tenths of a second, of equally good places the nearest; in the most whole seconds where
 * either comes as rows of a second, which cannot be moved by less. Choosing the best fit favours agreement a little;
 * the offset stands beside the figure so that a reader can judge it.
 *
 * Interval: Wilson 1927, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22, equation (6).
 *
 * @param live Readings of the live session, or its rows of one second.
 * @param recording The same of the recording.
 * @throws RangeError if either is not in the order of time.
 */
export function parity(live: ReadingColumns, recording: ReadingColumns): ParityFigures {
  const offsetMs = bestOffsetMs(live, recording);
  const { shared: seconds, same } = compare(named(live, SECOND_MS), named(recording, SECOND_MS, offsetMs));
  return { seconds, same, ...wilson(same, seconds), offsetMs };
}

function bestOffsetMs(live: ReadingColumns, recording: ReadingColumns): number {
  const stepMs = isBySecond(live) || isBySecond(recording) ? SECOND_MS : FINE_STEP_MS;
  const liveCells = named(live, stepMs);
  const recordingCells = named(recording, stepMs);
  let best = { same: compare(liveCells, recordingCells).same, offsetMs: 0 };
  for (let awayMs = stepMs; awayMs <= MOST_OFFSET_MS; awayMs += stepMs) {
    for (const offsetMs of [awayMs, -awayMs]) {
      const { same } = compare(liveCells, recordingCells, offsetMs / stepMs);
      if (same > best.same) best = { same, offsetMs };
    }
  }
  return best.offsetMs;
}

/** Share and 95 % Wilson interval of `hits` among `trials`; all null without a trial. */
export function wilson(hits: number, trials: number): Pick<ParityFigures, 'share' | 'low' | 'high'> {
  if (trials === 0) return { share: null, low: null, high: null };
  const share = hits / trials;
  const scale = 1 + Z ** 2 / trials;
  const centre = (share + Z ** 2 / (2 * trials)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / trials + Z ** 2 / (4 * trials ** 2));
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** True when every row begins a whole second and no second has two: rows of a rollup. */
function isBySecond({ count, atMs }: ReadingColumns): boolean {
  for (let row = 0; row < count; row += 1) if (atMs[row]! % SECOND_MS !== 0) return false;
  return true;
}

/**
 * What each stretch of `cellMs` was named: its number since the session's beginning -> index of the emotion, or -1 for
 * "not sure". Stretches without a reading are left out.
 */
function named({ count, atMs, emotion }: ReadingColumns, cellMs: number, offsetMs = 0): Map<number, number> {
  const cells = new Map<number, number>();
  let row = 0;
  while (row < count) {
    const cell = Math.floor((atMs[row]! + offsetMs) / cellMs);
    const votes = new Uint32Array(EMOTIONS.length);
    let notSure = 0;
    for (; row < count && Math.floor((atMs[row]! + offsetMs) / cellMs) === cell; row += 1) {
      if (emotion[row]! < 0) notSure += 1;
      else votes[emotion[row]!]! += 1;
    }
    if (cells.has(cell)) {
      throw new RangeError(`readings in the order of time were expected; found ${cell * cellMs} ms twice`);
    }
    cells.set(cell, mostVoted(votes, notSure));
  }
  return cells;
}

function mostVoted(votes: Uint32Array, notSure: number): number {
  const most = votes.reduce((best, count, index) => (count > votes[best]! ? index : best), 0);
  return votes[most]! > 0 && votes[most]! >= notSure ? most : -1;
}

/** @param shift By how many cells the recording is moved, towards later. */
function compare(
  live: Map<number, number>,
  recording: Map<number, number>,
  shift = 0,
): { shared: number; same: number } {
  let shared = 0;
  let same = 0;
  for (const [cell, emotion] of live) {
    const other = recording.get(cell - shift);
    if (other === undefined) continue;
    shared += 1;
    if (other === emotion) same += 1;
  }
  return { shared, same };
}
