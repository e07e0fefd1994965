// Longer than 300 lines: the made-up nets and scenes that every test here reads frames of stand beside them.
import { expect, test } from 'vitest';
import type { Frame } from '../capture/frame.ts';
import type { Landmarks } from '../capture/landmarks.ts';
import { detectorBox } from '../capture/nets/detector-box.ts';
import type { FaceNets } from '../capture/nets/face-nets.ts';
import { plainFace } from '../capture/testing/plain-face.ts';
import type { Box } from '../emotion/box.ts';
import type { Classifier } from '../inference/classify.ts';
import { FrameReader, type FrameReaderOptions } from './frame-reader.ts';
import type { Enrolment, EnrolmentOutcome } from './frame-result.ts';

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

/** A frame of fine texture, in which a face is bright, sharp and uncovered enough to be read where its place has scale 1. */
const TEXTURE: Frame = {
  widthPx: 320,
  heightPx: 240,
  channels: 3,
  data: Uint8Array.from({ length: 320 * 240 * 3 }, (_, i) => {
    const [x, y] = [(Math.floor(i / 3) % 320) - 40, Math.floor(i / 960) - 30];
    return (((x * x + y * y + 5 * x * y) % 199) + 199) % 199;
  }),
};

/** The same as a sensor gives it: at no two times alike. */
function sensed(atMs: number): Frame {
  const data = new Uint8Array(TEXTURE.data);
  data.set([atMs % 251, atMs % 241, atMs % 239], data.length - 3);
  return { ...TEXTURE, data };
}

interface Person {
  readonly xPx: number;
  readonly yPx: number;
  readonly score: number;
  /** Distance of the descriptor from the origin. */
  readonly look: number;
  /** Points where no face has them. */
  readonly isHidden?: boolean;
}

const CHILD: Person = { xPx: 40, yPx: 30, score: 0.9, look: 0 };
const ADULT: Person = { xPx: 200, yPx: 100, score: 0.8, look: 2 };

const faceOf = ({ xPx, yPx }: Person) => plainFace({ a: 1, b: 0, txPx: xPx, tyPx: yPx });
const boxOf = (person: Person) => detectorBox(faceOf(person));
const scaledBy = (factor: number, { xPx, yPx, widthPx, heightPx }: Box): Box => ({
  xPx: xPx * factor,
  yPx: yPx * factor,
  widthPx: widthPx * factor,
  heightPx: heightPx * factor,
});

/** A reader before which people stand; what it classified is kept. */
function readerOf(options: Partial<FrameReaderOptions> = {}) {
  const scene = { people: [CHILD] as readonly Person[], looks: 0 };
  const classified: Uint8Array[] = [];
  const nets: FaceNets = {
    detect: async () => {
      scene.looks++;
      return scene.people.map((person) => ({ box: boxOf(person), score: person.score }));
    },
    landmarks: async (_frame, box) => {
      const person = scene.people.find((each) => Math.abs(boxOf(each).xPx - box.xPx) < 20)!;
      return person.isHidden ? faceOf(person).map(() => ({ xPx: 0, yPx: 0 })) : faceOf(person);
    },
    describe: async (_frame, landmarks) => {
      const person = scene.people.find((each) => Math.abs(faceOf(each)[0]!.xPx - landmarks[0]!.xPx) < 20)!;
      return Float32Array.from({ length: 128 }, (_, i) => (i === 0 ? person.look : 0));
    },
    dispose: () => {},
  };
  const classifier: Classifier = {
    classify: async (crop) => {
      classified.push(crop);
      return { probabilities: [0, 0, 0, 1, 0, 0, 0], emotion: 'happiness', confidence: 1 };
    },
    dispose: () => {},
  };
  const reader = new FrameReader({ nets, classifier, enrolOnlyFace: false, ...options });
  const enrol = async (enrolment: Enrolment, scale = 1, atMs = 0) => {
    const outcomes: EnrolmentOutcome[] = [];
    reader.enrol(enrolment, (outcome) => outcomes.push(outcome));
    const result = await reader.read(TEXTURE, scale, atMs);
    return { outcomes, result };
  };
  return {
    reader,
    scene,
    classified,
    enrol,
    read: (atMs: number, scale = 1) => reader.read(sensed(atMs), scale, atMs),
  };
}

const BY_ITSELF: Enrolment = { by: 'only-face' };

test('the child is read: crop, quality and box, boxes and eye distance in pixels of the camera', async () => {
  const { enrol, classified } = readerOf();
  const { outcomes, result } = await enrol(BY_ITSELF, 2.5, 1234);
  expect(outcomes).toEqual(['enrolled']);
  expect(result).toMatchObject({ atMs: 1234, isEnrolled: true, reason: null, hidden: [], onlyFace: null, crop: null });
  expect(result.faces).toEqual([{ box: scaledBy(2.5, boxOf(CHILD)), who: 'child' }]);
  expect(result.sample).toEqual({
    atMs: 1234,
    probabilities: [0, 0, 0, 1, 0, 0, 0],
    emotion: 'happiness',
    box: scaledBy(2.5, boxOf(CHILD)),
    quality: {
      brightness: expect.closeTo(0.39, 1),
      sharpness: expect.any(Number),
      eyeDistancePx: expect.closeTo(50, 6),
      yawDeg: expect.closeTo(0, 6),
    },
    movements: {
      pitchDeg: expect.any(Number),
      rollDeg: expect.closeTo(0, 6),
      eyeOpening: expect.any(Number),
      mouthOpening: expect.any(Number),
      browHeight: expect.any(Number),
    },
  });
  // The face lies at (40, 30) with scale 1: the crop is the frame's own pixels.
  const pixelAt = (i: number) => TEXTURE.data[3 * ((30 + Math.floor(i / 60)) * 320 + 40 + (i % 60))]!;
  expect(classified.map((crop) => [...crop])).toEqual([Array.from({ length: 3600 }, (_, i) => pixelAt(i))]);
});

test('of a face that is too dark, or covered, or gone, nothing is classified, and the reason is said', async () => {
  const { enrol, reader, scene, classified, read } = readerOf();
  await enrol(BY_ITSELF);
  classified.length = 0;
  const dark = { ...TEXTURE, data: new Uint8Array(TEXTURE.data.length) };
  expect(await reader.read(dark, 1, 66)).toMatchObject({ reason: 'too-dark', sample: null, crop: null });
  const checkerboard = TEXTURE.data.map((_, i) => 120 + 30 * ((Math.floor(i / 3) + Math.floor(i / 960)) % 2));
  expect(await reader.read({ ...TEXTURE, data: checkerboard }, 1, 132)).toMatchObject({
    reason: 'covered',
    sample: null,
  });
  scene.people = [{ ...CHILD, isHidden: true }];
  expect(await read(198), 'no landmarks of a face').toMatchObject({ reason: 'covered', sample: null });
  scene.people = [];
  expect(await read(264)).toMatchObject({ reason: 'no-face', sample: null, faces: [] });
  expect(classified).toEqual([]);
});

test('a picture without a changed pixel is read no longer, others in it stay hidden, and it is read again once it moves', async () => {
  const { enrol, reader, scene, classified, read } = readerOf();
  await enrol(BY_ITSELF);
  scene.people = [CHILD, ADULT];
  const stands = (atMs: number) => reader.read(TEXTURE, 1, atMs);
  expect(await stands(1000)).toMatchObject({ reason: null });
  classified.length = 0;
  expect(await stands(2500)).toMatchObject({ reason: 'picture-still', sample: null, crop: null, isEnrolled: true });
  expect((await stands(2600)).hidden).toEqual([boxOf(ADULT)]);
  expect(classified).toEqual([]);
  scene.people = [];
  expect(await stands(2700), 'the child may long be back').toMatchObject({ reason: 'picture-still' });
  scene.people = [CHILD];
  expect(await read(2733)).toMatchObject({ reason: null });
});

test('a picture that stands still is said before anybody is pointed out in it', async () => {
  const { reader } = readerOf();
  await reader.read(TEXTURE, 1, 0);
  expect(await reader.read(TEXTURE, 1, 2500)).toMatchObject({ reason: 'picture-still', isEnrolled: false });
});

test('a sensor that gives nothing but black is in the dark, and does not stand still', async () => {
  const { reader, scene } = readerOf();
  scene.people = [];
  const black = { ...TEXTURE, data: new Uint8Array(TEXTURE.data.length) };
  await reader.read(black, 1, 0);
  expect(await reader.read(black, 1, 3000)).toMatchObject({ reason: 'too-dark' });
});

test.each([
  { isCoded: true, reason: 'picture-still' },
  { isCoded: false, reason: null },
])('a face that only coding changes: of a film (coded $isCoded) the reason is $reason', async ({ isCoded, reason }) => {
  const { enrol, read, scene } = readerOf({ isCoded });
  await enrol(BY_ITSELF);
  await read(1250);
  expect(await read(2500)).toMatchObject({ reason });
  scene.people = [];
  expect(await read(2540), 'an empty room').toMatchObject({ reason: 'no-face' });
});

test('others are hidden, however faintly they are found; the child is not, nor whoever may be it', async () => {
  const { enrol, scene, read } = readerOf();
  await enrol(BY_ITSELF);
  const faint = { ...ADULT, xPx: 120, score: 0.3 };
  scene.people = [CHILD, ADULT, faint];
  const { faces, hidden } = await read(66, 2);
  expect(faces.map(({ who }) => who)).toEqual(['child', 'other']);
  expect(hidden).toEqual([scaledBy(2, boxOf(ADULT)), scaledBy(2, boxOf(faint))]);

  // Of whom nothing is known yet, but that the child is somebody else.
  scene.people = [CHILD, { ...ADULT, yPx: 20, look: 0.5 }];
  const beside = await read(132);
  expect(beside.faces.map(({ who }) => who)).toEqual(['child', 'unknown']);
  expect(beside.hidden).toContainEqual(boxOf({ ...ADULT, yPx: 20 }));

  const doubt = readerOf();
  await doubt.enrol(BY_ITSELF);
  doubt.scene.people = [{ ...CHILD, look: 0.5 }];
  expect(await doubt.read(5000)).toMatchObject({ reason: 'unsure-who', faces: [{ who: 'unknown' }], hidden: [] });
});

test('a face counts from a score of 0.5 on', async () => {
  const { scene, read } = readerOf();
  scene.people = [
    { ...CHILD, score: 0.5 },
    { ...ADULT, score: 0.499 },
  ];
  expect((await read(0)).faces.map(({ box }) => box)).toEqual([boxOf(CHILD)]);
});

test('what was found ahead is not looked for again', async () => {
  const { reader, scene, read } = readerOf();
  const { faces } = await reader.read(TEXTURE, 1, 0, [{ box: boxOf(CHILD), score: 0.9 }]);
  expect(faces).toHaveLength(1);
  expect(scene.looks).toBe(0);
  await read(66);
  expect(scene.looks).toBe(1);
});

test('while nobody is enrolled the only face is measured, not classified, and none is hidden', async () => {
  const { scene, classified, read, reader } = readerOf();
  expect(await read(0)).toMatchObject({
    reason: 'not-enrolled',
    isEnrolled: false,
    hidden: [],
    onlyFace: { reason: null },
  });
  const { onlyFace } = await reader.read({ ...TEXTURE, data: TEXTURE.data.map(() => 51) }, 1, 66);
  expect(onlyFace).toEqual({ reason: 'blurred', brightnessAround: expect.closeTo(0.2, 6) });
  scene.people = [{ ...CHILD, isHidden: true }];
  expect((await read(132)).onlyFace).toMatchObject({ reason: 'covered' });
  scene.people = [CHILD, ADULT];
  expect(await read(198)).toMatchObject({ reason: 'not-enrolled', hidden: [], onlyFace: null });
  expect(classified).toEqual([]);
});

const { xPx: LEFT, yPx: TOP, widthPx: WIDTH, heightPx: HEIGHT } = boxOf(CHILD);

test.each([
  ['within it', 45, 50, 'enrolled'],
  ['on its left edge', LEFT, 50, 'enrolled'],
  ['on its right edge', LEFT + WIDTH, 50, 'enrolled'],
  ['on its upper edge', 45, TOP, 'enrolled'],
  ['on its lower edge', 45, TOP + HEIGHT, 'enrolled'],
  ['left of it', LEFT - 0.1, 50, 'no-face-there'],
  ['right of it', LEFT + WIDTH + 0.1, 50, 'no-face-there'],
  ['above it', 45, TOP - 0.1, 'no-face-there'],
  ['below it', 45, TOP + HEIGHT + 0.1, 'no-face-there'],
])('a tap %s, (%d, %d), is %s', async (_, xPx, yPx, outcome) => {
  const { scene, enrol } = readerOf();
  scene.people = [ADULT, CHILD];
  const { outcomes, result } = await enrol({ by: 'tap', xPx: 2 * xPx, yPx: 2 * yPx }, 2);
  expect(outcomes).toEqual([outcome]);
  expect(result.isEnrolled).toBe(outcome === 'enrolled');
  if (outcome === 'enrolled') expect(result.faces.map(({ who }) => who)).toEqual(['other', 'child']);
});

test('the only face is enrolled where it is the only one, and can be made out', async () => {
  const enrolOf = async (people: readonly Person[]) => {
    const { scene, enrol } = readerOf();
    scene.people = people;
    return (await enrol(BY_ITSELF)).outcomes;
  };
  expect(await enrolOf([CHILD, ADULT])).toEqual(['no-face-there']);
  expect(await enrolOf([])).toEqual(['no-face-there']);
  expect(await enrolOf([{ ...CHILD, isHidden: true }])).toEqual(['unclear']);
});

test('a child is asked for once, and forgotten when that is said', async () => {
  const { enrol, read, reader } = readerOf();
  const { outcomes } = await enrol(BY_ITSELF);
  await read(66);
  expect(outcomes).toEqual(['enrolled']);
  reader.forgetChild();
  expect(await read(132)).toMatchObject({ reason: 'not-enrolled', isEnrolled: false });
});

test('a reader that enrols by itself takes the only face, and no other once it has one', async () => {
  const { scene, read } = readerOf({ enrolOnlyFace: true });
  scene.people = [CHILD, ADULT];
  expect((await read(0)).isEnrolled).toBe(false);
  scene.people = [CHILD];
  expect((await read(66)).reason).toBeNull();
  scene.people = [ADULT];
  expect(await read(5000)).toMatchObject({ reason: 'no-face', faces: [{ who: 'other' }] });
});

test('the crop that was read is handed out every two seconds, as a copy, where pictures are kept', async () => {
  const { enrol, read, classified } = readerOf({ keepsCrops: true });
  const { result } = await enrol(BY_ITSELF);
  expect(result.crop).toEqual(classified[0]);
  expect(result.crop).not.toBe(classified[0]);
  expect((await read(1999)).crop).toBeNull();
  expect((await read(2000)).crop).toEqual(classified[2]);
  expect((await read(3999)).crop).toBeNull();
});

test('a child is not followed without a model', async () => {
  const { enrol } = readerOf({ classifier: null });
  await expect(enrol(BY_ITSELF)).rejects.toThrow(/model must be loaded/);
});
