import { expect, test } from 'vitest';
import { KeptCamera } from './kept-camera.ts';
import type { Camera } from './open-camera.ts';

/** A kept camera whose openings are answered by hand, and what happens to it. */
function kept() {
  const log: string[] = [];
  const camera: Camera = {
    name: 'Test camera',
    takeFrames: () => new ReadableStream(),
    onLost: () => {},
    begin: async () => {
      log.push('begin');
    },
    setPaused: (isPaused) => log.push(isPaused ? 'paused' : 'runs'),
    close: () => log.push('closed'),
  };
  let answer!: () => void;
  const keptCamera = new KeptCamera({
    open: () =>
      new Promise((resolve) => {
        answer = () => resolve(camera);
      }),
    atMs: () => 0,
    events: {
      onOpen: () => log.push('open'),
      onLost: () => log.push('lost'),
      onBack: () => log.push('back'),
      onStillAway: () => log.push('still away'),
    },
  });
  return { keptCamera, log, answer: () => answer() };
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
