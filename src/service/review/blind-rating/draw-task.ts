import { dayAfter, startOfDay } from '../../../core/store/local-date.ts';
import { childrenWithTraining } from '../../../core/store/people/consents.node.ts';
import type { DrawnStretch } from '../../../core/store/ratings/rating-tasks.node.ts';
import { cropTimes } from '../../../core/store/sessions/crops.node.ts';
import { readGaps, readNamed } from '../../../core/store/sessions/samples.node.ts';
import { listPicturedSessions, type Session } from '../../../core/store/sessions/sessions.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { holdsMs } from '../../../core/timeline/covered-time.ts';
import { readOver } from '../../../core/timeline/read-over.ts';
import { randomAt, shuffled } from '../../../core/training/views/random.ts';
import { drawStretches } from './draw-stretches.ts';

/** Sets these draws apart from all others for the same seed: of stretches, and of each rater's order. */
const [STRETCHES, ORDERS] = [201, 202];

/** Less of a stretch read, and the machine's word does not speak for it. */
const LEAST_READ = 0.5;

interface DrawInput {
  /** Empty: all children. */
  readonly childIds: readonly string[];
  /** Leaves out the children whose consent to training does not hold. */
  readonly mayTrainOnly: boolean;
  readonly fromDay: string | null;
  readonly untilDay: string | null;
  readonly lengthMs: number;
  readonly count: number;
  readonly raters: number;
  readonly seed: number;
}

/** Draws the stretches of a blind rating and each rater's order; the same again for the same seed and sessions. */
export function drawRating(
  db: ReadableDb,
  { childIds, mayTrainOnly, fromDay, untilDay, lengthMs, count, raters, seed }: DrawInput,
): { stretches: DrawnStretch[]; orders: number[][] } {
  const mayTrain = mayTrainOnly ? childrenWithTraining(db) : null;
  const candidates = listPicturedSessions(db, null)
    .filter(({ childId }) => mayTrain?.has(childId) ?? true)
    .filter(({ childId }) => childIds.length === 0 || childIds.includes(childId))
    .filter(({ startedAtIso }) => fromDay === null || startedAtIso >= startOfDay(fromDay).toISOString())
    .filter(({ startedAtIso }) => untilDay === null || startedAtIso < startOfDay(dayAfter(untilDay)).toISOString())
    .flatMap((session) => stretchesOf(db, session, lengthMs));
  const stretches = drawStretches(candidates, count, randomAt(seed, STRETCHES));
  const numbers = stretches.map((_, index) => index);
  const orders = Array.from({ length: raters }, (_, rater) => shuffled(numbers, randomAt(seed, ORDERS, rater)));
  return { stretches, orders };
}

/** A session cut into stretches, those that have a picture and of which the machine read at least half. */
function stretchesOf(
  db: ReadableDb,
  { id: sessionId, childId, durationMs }: Session,
  lengthMs: number,
): DrawnStretch[] {
  const samples = readNamed(db, sessionId, { fromMs: 0, toMs: durationMs });
  const holds = holdsMs(samples, readGaps(db, sessionId), durationMs);
  const pictures = cropTimes(db, sessionId);
  const found: DrawnStretch[] = [];
  let [row, picture] = [0, 0];
  for (let fromMs = 0; fromMs + lengthMs <= durationMs; fromMs += lengthMs) {
    const toMs = fromMs + lengthMs;
    while (pictures[picture]! < fromMs) picture += 1;
    const hasPicture = pictures[picture]! < toMs;
    // Samples that have ended before the stretch are never looked at again.
    while (row < samples.count && samples.atMs[row]! + holds[row]! <= fromMs) row += 1;
    if (!hasPicture) continue;
    const from = {
      count: samples.count - row,
      atMs: samples.atMs.subarray(row),
      emotion: samples.emotion.subarray(row),
    };
    const read = readOver(from, holds.subarray(row), { fromMs, toMs });
    if (!read || read.readMs < LEAST_READ * lengthMs) continue;
    found.push({ sessionId, childId, fromMs, toMs, machine: read.emotion });
  }
  return found;
}
