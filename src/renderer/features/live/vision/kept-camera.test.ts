import { expect, test } from 'vitest';
import { KeptCamera } from './kept-camera.ts';
import type { Camera } from './open-camera.ts';

/** A kept camera whose openings are answered by hand, and what happens to it. */
function kept() {
  const log: string[] = [];
  const camera: Camera = {
    name: 'Test camera',
    facing: null,
    takeFrames: () => new ReadableStream(),
    onLost: () => {},
    begin: async () => {
      log.push('begin');
    },
    setPaused: (isPaused) => log.push(isPaused ? 'paused' : 'runs'),
    close: () => log.push('closed'),
  };
  let answer!: () => void;
  let nowMs = 0;
  const silencesAtOpening: number[] = [];
  const keptCamera = new KeptCamera({
    open: (silences) =>
      new Promise((resolve) => {
        silencesAtOpening.push(silences);
        answer = () => resolve(camera);
      }),
    atMs: () => nowMs,
    events: {
      onOpen: () => log.push('open'),
      onLost: () => log.push('lost'),
      onBack: () => log.push('back'),
      onStillAway: () => log.push('still away'),
    },
  });
  const pass = (lengthMs: number) => {
    nowMs += lengthMs;
  };
  /** Time passes, the camera is opened again and answers. */
  const comesBack = async (afterMs: number) => {
    pass(afterMs);
    const reopening = keptCamera.reopen();
    answer();
    await reopening;
  };
  return { keptCamera, log, silencesAtOpening, answer: () => answer(), pass, comesBack };
}

async function opened() {
  const given = kept();
  const opening = given.keptCamera.open();
  given.answer();
  await opening;
  await given.keptCamera.begin();
  return given;
}

test('a camera that opens when nobody wants it any more is given back', async () => {
  const { keptCamera, log, answer } = kept();
  const opening = keptCamera.open();
  keptCamera.close();
  answer();
  await opening;
  await keptCamera.begin();
  expect(log).toEqual(['closed']);
});

test('so is one that comes back too late', async () => {
  const { keptCamera, log, answer } = kept();
  const opening = keptCamera.open();
  answer();
  await opening;
  await keptCamera.begin();
  keptCamera.lose();
  keptCamera.lose();
  const reopening = keptCamera.reopen();
  keptCamera.close();
  answer();
  await reopening;
  expect(log).toEqual(['open', 'begin', 'closed', 'lost', 'closed']);
});

test('one that comes back during a pause is paused', async () => {
  const { keptCamera, log, answer } = kept();
  const opening = keptCamera.open();
  answer();
  await opening;
  await keptCamera.begin();
  keptCamera.lose();
  keptCamera.setPaused(true);
  const reopening = keptCamera.reopen();
  answer();
  await reopening;
  expect(log.slice(-4)).toEqual(['open', 'begin', 'paused', 'back']);
});

test('one that is open again is back with its first picture, not with one of before', async () => {
  const { keptCamera, log, pass, comesBack } = await opened();
  keptCamera.lose();
  await comesBack(1000);
  pass(500);
  expect(keptCamera.picture(900)).toBe(false);
  expect(log).not.toContain('back');
  expect(keptCamera.picture(1200)).toBe(true);
  expect(log.filter((each) => each === 'back')).toHaveLength(1);
  expect(keptCamera.picture(1300)).toBe(true);
  expect(log.filter((each) => each === 'back')).toHaveLength(1);
});

test('one that is open and stays silent is opened another way each time, and later each time', async () => {
  const { keptCamera, log, silencesAtOpening, pass, comesBack } = await opened();
  keptCamera.isSilent();
  await comesBack(1000);
  pass(5000);
  keptCamera.isSilent();
  expect(
    log.filter((each) => each === 'lost'),
    'it is still the same loss',
  ).toHaveLength(1);
  pass(1900);
  keptCamera.tick();
  expect(silencesAtOpening).toEqual([0, 1]);
  pass(200);
  keptCamera.tick();
  expect(silencesAtOpening).toEqual([0, 1, 2]);
});

test('what worked is kept: one that was unplugged afterwards is opened the same way', async () => {
  const { keptCamera, silencesAtOpening, pass, comesBack } = await opened();
  keptCamera.isSilent();
  await comesBack(1000);
  pass(100);
  keptCamera.picture(1050);
  keptCamera.lose();
  await comesBack(1000);
  expect(silencesAtOpening).toEqual([0, 1, 1]);
});
