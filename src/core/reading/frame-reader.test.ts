import { expect, test } from 'vitest';
import type { Frame } from '../capture/frame.ts';
import type { Landmarks } from '../capture/landmarks.ts';
import { detectorBox } from '../capture/nets/detector-box.ts';
import type { FaceNets } from '../capture/nets/face-nets.ts';
import { plainFace } from '../capture/testing/plain-face.ts';
import type { Classifier } from '../inference/classify.ts';
import { FrameReader } from './frame-reader.ts';

const FRAME: Frame = { widthPx: 640, heightPx: 480, channels: 4, data: new Uint8Array(640 * 480 * 4).fill(120) };

const CLASSIFIER = {
  classify: async () => ({ probabilities: [0, 0, 0, 1, 0, 0, 0], emotion: 'happiness' }),
} as unknown as Classifier;

/** Nets before which one face moves to the right or goes away; they tell what they were told of the frame before. */
function nets() {
  const scene = { xPx: null as number | null };
  const told: (Landmarks | undefined)[] = [];
  const there = () => plainFace({ a: 4, b: 0, txPx: scene.xPx!, tyPx: 80 });
  const faceNets: FaceNets = {
    detect: async () => (scene.xPx === null ? [] : [{ box: detectorBox(there()), score: 0.9 }]),
    landmarks: async (_frame, _box, before) => {
      told.push(before);
      return there();
    },
    describe: async () => new Float32Array(128),
    dispose: () => {},
  };
  return { faceNets, scene, told, there };
}

test('a child is followed by its landmarks only while it is seen in frame after frame', async () => {
  const { faceNets, scene, told, there } = nets();
  const reader = new FrameReader({ nets: faceNets, classifier: CLASSIFIER, enrolOnlyFace: true });
  /** @returns The landmarks of a frame before that the nets were told of when they read this one. */
  const readAt = async (atMs: number, xPx: number | null) => {
    scene.xPx = xPx;
    told.length = 0;
    const { reason } = await reader.read(FRAME, 1, atMs);
    return { reason, before: told.find((each) => each !== undefined) };
  };

  expect((await readAt(0, 160)).before).toBeUndefined();
  const first = there();
  expect((await readAt(66, 164)).before).toEqual(first);
  expect((await readAt(132, null)).reason).toBe('no-face');
  // Nothing was read in between, so that nothing is known of where it is now.
  expect((await readAt(198, 168)).before).toBeUndefined();
  expect(told.length).toBeGreaterThan(0);
});

test('landmarks that are older than a fifth of a second are not followed', async () => {
  const { faceNets, scene, told } = nets();
  const reader = new FrameReader({ nets: faceNets, classifier: CLASSIFIER, enrolOnlyFace: true });
  scene.xPx = 160;
  for (const [atMs, isFollowed] of [
    [0, false],
    [200, true],
    [401, false],
  ] as const) {
    told.length = 0;
    await reader.read(FRAME, 1, atMs);
    expect(told.some((before) => before !== undefined)).toBe(isFollowed);
  }
});

test('before the child is chosen, an empty frame says that it is too dark before it says that nobody was chosen', async () => {
  const { faceNets } = nets();
  const reader = new FrameReader({ nets: faceNets, classifier: CLASSIFIER, enrolOnlyFace: false });
  const dark: Frame = { ...FRAME, data: new Uint8Array(FRAME.data.length) };
  expect(await reader.read(dark, 1, 0)).toMatchObject({ reason: 'too-dark', isEnrolled: false });
  expect(await reader.read(FRAME, 1, 66)).toMatchObject({ reason: 'not-enrolled', isEnrolled: false });
});
