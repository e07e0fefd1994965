import type { Trend } from '../../contract/review/trends.ts';
import { distressOf } from '../../core/emotion/distress.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { flaccTotal } from '../../core/emotion/observation.ts';
import { valence } from '../../core/emotion/valence.ts';
import { readMarkers } from '../../core/store/sessions/markers.node.ts';
import { readObservations } from '../../core/store/sessions/observations.node.ts';
import { ensureRollups, readWindow } from '../../core/store/sessions/session-window.node.ts';
import type { Session } from '../../core/store/sessions/sessions.node.ts';
import type { WritableDb } from '../../core/store/store.node.ts';

/** Means of so few rows are as good as those of all samples: both figures are sums of probabilities. */
const FEW_ROWS = 100;

/** What a session comes to on an axis of weeks. */
export function sessionTrend(db: WritableDb, { id, durationMs }: Session): Trend {
  ensureRollups(db, id);
  const observations = readObservations(db, id).map(({ observation }) => observation);
  const markers = Map.groupBy(readMarkers(db, id), ({ kind, text }) =>
    JSON.stringify([kind, kind === 'custom' ? text : '']),
  );
  return {
    means: meansOf(db, id, durationMs),
    flacc: observations.flatMap((each) => (each.kind === 'flacc' ? [flaccTotal(each)] : [])),
    faces: observations.flatMap((each) => (each.kind === 'faces-scale' ? [each.score] : [])),
    markers: [...markers.values()].map((own) => ({
      kind: own[0]!.kind,
      name: own[0]!.kind === 'custom' ? own[0]!.text : '',
      count: own.length,
    })),
  };
}

function meansOf(db: WritableDb, sessionId: string, durationMs: number): Trend['means'] {
  const window = readWindow(db, sessionId, { fromMs: 0, toMs: durationMs + 1000, mostRows: FEW_ROWS });
  let [samples, distress, pleasant] = [0, 0, 0];
  for (let row = 0; row < window.count; row += 1) {
    const own = window.probabilities.subarray(row * EMOTIONS.length, (row + 1) * EMOTIONS.length);
    samples += window.samples[row]!;
    distress += window.samples[row]! * distressOf(own);
    pleasant += window.samples[row]! * valence(own).value;
  }
  return samples === 0 ? null : { distress: distress / samples, valence: pleasant / samples };
}
