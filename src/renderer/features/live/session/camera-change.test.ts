import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CallError } from '../../../../contract/error.ts';
import { failure } from '../../../../core/words/failure.ts';
import { CameraError } from '../vision/camera-error.ts';
import { surroundings } from './testing/surroundings.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('another camera is read from now on; the change is a gap, and the service knows which it is', async () => {
  const opened: unknown[] = [];
  const { session, pass, gaps, cameras, log, samples } = surroundings({
    openCamera: async (camera, _, choice) => {
      opened.push(choice);
      return { ...camera, name: JSON.stringify(choice), facing: opened.length > 1 ? 'environment' : 'user' };
    },
  });
  await session.start();
  await pass(1000, null);
  expect(session.state.current.facing).toBe('user');
  const before = log.length;
  const change = session.cameras.to('back');
  expect(session.state.current).toMatchObject({ isChangingCamera: true, phase: 'paused' });
  await pass(500, 'nothing');
  await change;
  expect(session.state.current).toMatchObject({
    isChangingCamera: false,
    phase: 'running',
    facing: 'environment',
    cameraProblem: null,
    changeProblem: null,
    recovered: null,
  });
  // One camera of a tablet can be open at a time.
  expect(log.slice(before).filter((each) => /camera closed|watch|changeCamera/.test(each))).toEqual([
    'sessions.changeCamera',
    'camera closed',
    'watch',
  ]);
  await pass(1000, null);
  await session.stop();
  expect(opened).toEqual([
    { kind: 'webcam', deviceId: '' },
    { kind: 'webcam', deviceId: 'back' },
  ]);
  expect(cameras).toEqual(['back']);
  expect(gaps.map(({ reason }) => reason)).toEqual(['paused']);
  expect(samples.length).toBe(32);
});

test('where the other camera cannot be opened the one before is read again, and the screen says why', async () => {
  const { session, pass, cameras } = surroundings({
    openCamera: async (camera, _, choice) => {
      if (choice.kind === 'webcam' && choice.deviceId === 'back') throw new CameraError('in-use');
      return camera;
    },
  });
  await session.start();
  await pass(1000, null);
  await session.cameras.to('back');
  expect(cameras).toEqual(['back', '']);
  expect(session.state.current).toMatchObject({
    phase: 'running',
    cameraProblem: null,
    changeProblem: { kind: 'in-use' },
    cameraName: 'test-camera',
  });
  expect(session.cameras.choice).toEqual({ kind: 'webcam', deviceId: '' });
  await pass(20_000, null);
  expect(session.state.current.changeProblem).toBeNull();
  await session.stop();
});

test('a camera that another session reads is left alone, and a paused session stays paused', async () => {
  const { session, pass, store, log } = surroundings();
  await session.start();
  await pass(1000, null);
  session.setPaused(true);
  const refusal = failure('sessions.camera-has-one', { code: 'K-2', name: 'Bo' });
  store.refusal = new CallError('conflict', refusal);
  await session.cameras.to('back');
  store.refusal = null;
  expect(session.state.current).toMatchObject({
    phase: 'paused',
    changeProblem: { kind: 'failure', failure: refusal },
  });
  expect(log).not.toContain('camera closed');
  await session.stop();
});
