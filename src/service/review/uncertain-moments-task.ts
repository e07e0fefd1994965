import type { Queue, UncertainMoment } from '../../contract/review/review.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { childrenWithTraining } from '../../core/store/people/consents.node.ts';
import { readAnnotations } from '../../core/store/sessions/annotations.node.ts';
import { cropTimes, NEAR_MS } from '../../core/store/sessions/crops.node.ts';
import { ROLLUP_LEVELS_MS } from '../../core/store/sessions/rollups.node.ts';
import { readWindow, type WindowColumns } from '../../core/store/sessions/session-window.node.ts';
import { listPicturedSessions, type Session } from '../../core/store/sessions/sessions.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';

const SECOND_MS = ROLLUP_LEVELS_MS[0];

/** Long enough for a person to judge a face by. */
const STRETCH_SECONDS = 3;

/** So that the queue is not one long doubt cut into pieces. */
const APART_MS = 30_000;

/** Kept of one session, the most uncertain: more than anybody judges of it, with their neighbours. */
const MOST_KEPT = 2000;

/**
 * What was found in a session, by its id, for as long as its store is open: a session that has ended does not change, and
 * finding its moments means reading all of it.
 */
const foundIn = new WeakMap<
  ReadableDb,
  Map<string, { readonly durationMs: number; readonly moments: readonly Moment[] }>
>();

type Moment = UncertainMoment;

/**
 * The stretches of three seconds, each with readings and a kept picture, in which the model doubted most, by the entropy of
 * their mean probabilities; of sessions that have ended, apart from each other and from what somebody has annotated.
 *
 * @param input `childId` null for all children; `mayTrainOnly` leaves out the children whose consent to training does not hold.
 * @returns Most uncertain first, at most `limit`; and the children who have any, whatever child was asked for.
 */
export function uncertainMoments(
  db: ReadableDb,
  input: { readonly childId: string | null; readonly limit: number; readonly mayTrainOnly: boolean },
): Queue {
  const { childId, limit, mayTrainOnly } = input;
  const mayTrain = mayTrainOnly ? childrenWithTraining(db) : null;
  const children = new Map<string, string>();
  const moments: Moment[] = [];
  for (const session of listPicturedSessions(db, null)) {
    if (mayTrain && !mayTrain.has(session.childId)) continue;
    const left = apart(notAnnotated(db, session.id, found(db, session)), limit);
    if (left.length === 0) continue;
    children.set(session.childId, session.childCode);
    if (childId === null || childId === session.childId) moments.push(...left);
  }
  return {
    moments: moments.sort((a, b) => b.uncertainty - a.uncertainty).slice(0, limit),
    children: [...children].map(([id, code]) => ({ id, code })).sort((a, b) => a.code.localeCompare(b.code)),
  };
}

function notAnnotated(db: ReadableDb, sessionId: string, moments: readonly Moment[]): Moment[] {
  const annotations = readAnnotations(db, sessionId);
  return moments.filter((each) => !annotations.some(({ fromMs, toMs }) => fromMs < each.toMs && each.fromMs < toMs));
}

function found(db: ReadableDb, session: Session): readonly Moment[] {
  const known = foundIn.get(db) ?? new Map();
  foundIn.set(db, known);
  const before = known.get(session.id);
  if (before?.durationMs === session.durationMs) return before.moments;
  const moments = ofSession(db, session)
    .sort((a, b) => b.uncertainty - a.uncertainty || a.fromMs - b.fromMs)
    .slice(0, MOST_KEPT);
  known.set(session.id, { durationMs: session.durationMs, moments });
  return moments;
}

function ofSession(db: ReadableDb, session: Session): Moment[] {
  const toMs = session.durationMs + SECOND_MS;
  const pictures = cropTimes(db, session.id);
  const seconds = new Map(bySecond(db, session.id, toMs));
  const moments: Moment[] = [];
  let picture = 0;
  for (const second of seconds.keys()) {
    const probabilities = meanOf(Array.from({ length: STRETCH_SECONDS }, (_, index) => seconds.get(second + index)));
    if (!probabilities) continue;
    const [fromMs, untilMs] = [second * SECOND_MS, (second + STRETCH_SECONDS) * SECOND_MS];
    const middleMs = (fromMs + untilMs) / 2;
    while (pictures[picture]! < middleMs - NEAR_MS) picture += 1;
    if (!(pictures[picture]! <= middleMs + NEAR_MS)) continue;
    moments.push({
      sessionId: session.id,
      childId: session.childId,
      childCode: session.childCode,
      source: session.source,
      startedAtIso: session.startedAtIso,
      fromMs,
      toMs: untilMs,
      probabilities,
      uncertainty: entropyShare(probabilities),
    });
  }
  return moments;
}

/** Mean probabilities by the number of the second; the window may come as samples where these are few. */
function* bySecond(db: ReadableDb, sessionId: string, toMs: number): Generator<[number, number[]]> {
  const window = readWindow(db, sessionId, { fromMs: 0, toMs, mostRows: Math.ceil(toMs / SECOND_MS) });
  let sums: number[] = [];
  let rows = 0;
  for (let row = 0; row < window.count; row += 1) {
    const second = Math.floor(window.atMs[row]! / SECOND_MS);
    const probabilities = rowOf(window, row);
    sums = rows === 0 ? probabilities : sums.map((sum, index) => sum + probabilities[index]!);
    rows += 1;
    if (row + 1 < window.count && Math.floor(window.atMs[row + 1]! / SECOND_MS) === second) continue;
    const count = rows;
    yield [second, sums.map((sum) => sum / count)];
    rows = 0;
  }
}

function rowOf({ probabilities }: WindowColumns, row: number): number[] {
  return Array.from(probabilities.subarray(row * EMOTIONS.length, (row + 1) * EMOTIONS.length));
}

function meanOf(parts: readonly (number[] | undefined)[]): number[] | null {
  if (parts.some((part) => part === undefined)) return null;
  return EMOTIONS.map((_, index) => parts.reduce((sum, part) => sum + part![index]!, 0) / parts.length);
}

function entropyShare(probabilities: readonly number[]): number {
  const nats = probabilities.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
  return Math.min(1, Math.max(0, nats / Math.log(EMOTIONS.length)));
}

/** @param moments The most uncertain first. */
function apart(moments: readonly Moment[], limit: number): Moment[] {
  const taken: Moment[] = [];
  for (const moment of moments) {
    if (taken.length === limit) break;
    if (taken.every(({ fromMs }) => Math.abs(fromMs - moment.fromMs) >= APART_MS)) taken.push(moment);
  }
  return taken;
}
