import type { UncertainMoment } from '../../contract/review.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { readAnnotations } from '../../core/store/sessions/annotations.node.ts';
import { nearestCrop } from '../../core/store/sessions/crops.node.ts';
import { ROLLUP_LEVELS_MS } from '../../core/store/sessions/rollups.node.ts';
import { readWindow, type WindowColumns } from '../../core/store/sessions/session-window.node.ts';
import { listSessions, type Session } from '../../core/store/sessions/sessions.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';

const SECOND_MS = ROLLUP_LEVELS_MS[0];

/** Long enough for a person to judge a face by. */
const STRETCH_SECONDS = 3;

/** So that the queue is not one long doubt cut into pieces. */
const APART_MS = 30_000;

/**
 * The stretches of three seconds, each with readings, in which the model doubted most, by the entropy of their mean
 * probabilities; of sessions that have ended, apart from each other and from what somebody has annotated.
 *
 * @param input `childId` null for all children.
 * @returns Most uncertain first, at most `limit`.
 */
export function uncertainMoments(
  db: ReadableDb,
  { childId, limit }: { readonly childId: string | null; readonly limit: number },
): UncertainMoment[] {
  return listSessions(db)
    .filter(
      (session) =>
        session.state !== 'running' && !session.setAside && (childId === null || session.childId === childId),
    )
    .flatMap((session) => ofSession(db, session, limit))
    .sort((a, b) => b.uncertainty - a.uncertainty)
    .slice(0, limit)
    .map((moment) => ({
      ...moment,
      hasCrop: nearestCrop(db, moment.sessionId, (moment.fromMs + moment.toMs) / 2) !== null,
    }));
}

type Moment = Omit<UncertainMoment, 'hasCrop'>;

function ofSession(db: ReadableDb, session: Session, limit: number): Moment[] {
  const toMs = session.durationMs + SECOND_MS;
  const annotations = readAnnotations(db, session.id);
  const seconds = new Map(bySecond(db, session.id, toMs));
  const moments: Moment[] = [];
  for (const second of seconds.keys()) {
    const probabilities = meanOf(Array.from({ length: STRETCH_SECONDS }, (_, index) => seconds.get(second + index)));
    if (!probabilities) continue;
    const [fromMs, untilMs] = [second * SECOND_MS, (second + STRETCH_SECONDS) * SECOND_MS];
    if (annotations.some((annotation) => annotation.fromMs < untilMs && fromMs < annotation.toMs)) continue;
    moments.push({
      sessionId: session.id,
      childCode: session.childCode,
      startedAtIso: session.startedAtIso,
      fromMs,
      toMs: untilMs,
      probabilities,
      uncertainty: entropyShare(probabilities),
    });
  }
  return apart(moments, limit);
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

function apart(moments: readonly Moment[], limit: number): Moment[] {
  const taken: Moment[] = [];
  for (const moment of moments.toSorted((a, b) => b.uncertainty - a.uncertainty || a.fromMs - b.fromMs)) {
    if (taken.length === limit) break;
    if (taken.every(({ fromMs }) => Math.abs(fromMs - moment.fromMs) >= APART_MS)) taken.push(moment);
  }
  return taken;
}
