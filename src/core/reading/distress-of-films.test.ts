import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadFaceNetsFromPackage } from '../capture/nets/face-nets.node.ts';
import type { FaceNets } from '../capture/nets/face-nets.ts';
import { type CohortRow, childRows, portraitInCamera } from '../capture/testing/cohort-portrait.node.ts';
import { type DistressLimits, distressOf } from '../emotion/distress.ts';
import { startWasm } from '../engine/wasm.node.ts';
import { type Classifier, loadClassifier } from '../inference/classify.ts';
import { readModel } from '../registry/model-folder.node.ts';
import { DistressCourse } from '../timeline/distress-course.ts';
import { judgeSeconds, type Shows } from '../timeline/testing/distress-by-second.ts';
import { FrameReader } from './frame-reader.ts';

/** What the model that ships and the rule over time say of films, second by second; bench/distress-films.ts measures it on more. */

const CHILDREN = 9;
const SHOWN_MS = 8000;
const FRAMES_PER_SECOND = 4;
/** The line has this long to follow a face. */
const FOLLOWS_MS = 3000;

let nets: FaceNets;
let classifier: Classifier;
let limits: DistressLimits;

beforeAll(async () => {
  await startWasm();
  nets = await loadFaceNetsFromPackage();
  const { config, weights } = await readModel(join(import.meta.dirname, '../../../models/base'));
  classifier = loadClassifier(config, weights);
  limits = config.distress!;
});
afterAll(() => {
  nets.dispose();
  classifier.dispose();
});

/** A child at rest, sad, happy, angry and at rest again: each picture is read once and stays. */
async function secondsOf(rows: readonly CohortRow[]) {
  const course = new DistressCourse(limits);
  const shown: { shows: Shows; fromMs: number; toMs: number }[] = [];
  const said: { atMs: number; state: ReturnType<DistressCourse['next']>['state'] | null }[] = [];
  for (const [emotion, shows] of [
    ['neutral', 'rest'],
    ['sadness', 'distress'],
    ['happiness', 'other'],
    ['anger', 'distress'],
    ['neutral', 'rest'],
  ] as const) {
    const row = rows.find((each) => each.emotion === emotion)!;
    const fromMs = shown.length * SHOWN_MS;
    const reader = new FrameReader({ nets, classifier, enrolOnlyFace: true });
    const { sample } = await reader.read(await portraitInCamera(row), 1, fromMs);
    for (let atMs = fromMs; atMs < fromMs + SHOWN_MS; atMs += 1000 / FRAMES_PER_SECOND) {
      said.push({ atMs, state: sample && course.next(atMs, distressOf(sample.probabilities)).state });
    }
    shown.push({ shows, fromMs, toMs: fromMs + SHOWN_MS });
  }
  return judgeSeconds(shown, said).filter(({ sinceChangeMs }) => sinceChangeMs >= FOLLOWS_MS);
}

test('once it could follow, distress is called likely while it is shown, and mostly not while it is not', async () => {
  const bySubject = [...Map.groupBy(childRows(), ({ subject }) => subject).values()].slice(0, CHILDREN);
  const seconds = (await Promise.all(bySubject.map(secondsOf))).flat();
  const likely = (which: readonly Shows[]) => {
    const those = seconds.filter(({ shows }) => which.includes(shows));
    return those.filter(({ said }) => said === 'likely').length / those.length;
  };
  expect(seconds).toHaveLength(CHILDREN * 5 * 5);
  // Seen: .89 of the seconds of distress, .24 of the calm ones, .36 of those at rest.
  expect(likely(['distress'])).toBeGreaterThanOrEqual(0.8);
  expect(likely(['rest', 'other'])).toBeLessThanOrEqual(0.3);
  expect(likely(['rest'])).toBeLessThanOrEqual(0.45);
}, 120_000);
