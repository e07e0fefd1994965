// Longer than 300 lines: every test plays a whole session.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { STANDARD_MARKER_BUTTONS } from '../../../../core/emotion/marker.ts';
import { failure } from '../../../../core/words/failure.ts';
import type { Client } from '../../../client/create-client.ts';
import { SessionRecorder } from '../recorder/session-recorder.ts';
import { CameraError } from '../vision/camera-error.ts';
import { sampleAt, surroundings } from './testing/surroundings.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a live session', () => {
  test('stores every reading, and gaps with their reasons, from start to stop', async () => {
    const { session, pass, samples, gaps, log, openFrames } = surroundings();
    await session.start();
    expect(session.state.current.phase).toBe('running');
    await pass(2000, 'not-enrolled');
    await pass(3000, null);
    await pass(1000, 'no-face');
    await pass(1000, null);
    await session.stop();
    expect(session.state.current).toMatchObject({ phase: 'stopped', problem: null });
    expect(samples).toHaveLength(62);
    expect(gaps.map((gap) => gap.reason)).toEqual(['not-enrolled', 'no-face']);
    expect(log.slice(-5)).toEqual([
      'cameras unwatched',
      'vision closed',
      'camera closed',
      'sessions.append',
      'sessions.stop',
    ]);
    expect(openFrames.size).toBe(0);
  });

  test('a disconnection is shown, loses nothing, and markers arrive after it', async () => {
    const { session, pass, samples, markers, store } = surroundings();
    await session.start();
    await pass(1000, null);
    store.isReachable = false;
    session.recorder!.entries.press(STANDARD_MARKER_BUTTONS[0]!, session.atMs);
    await pass(4000, null);
    expect(session.state.current.outbox.problem).toEqual(failure('window.unreachable'));
    expect(session.state.current.markersWaiting).toBe(1);
    store.isReachable = true;
    await pass(6000, null);
    await session.stop();
    expect(samples.map((each) => each.atMs)).toEqual([...samples.map((each) => each.atMs)].sort((a, b) => a - b));
    expect(samples).toHaveLength(Math.ceil(1000 / 66) + Math.ceil(4000 / 66) + Math.ceil(6000 / 66));
    expect(markers).toMatchObject([{ kind: 'needle', sessionId: 's' }]);
  });

  test('stopping without the store keeps what waits, and can be done again', async () => {
    const { session, pass, samples, store } = surroundings();
    await session.start();
    store.isReachable = false;
    await pass(1000, null);
    await session.stop();
    expect(session.state.current.phase).toBe('unstored');
    store.isReachable = true;
    await session.stop();
    expect(session.state.current.phase).toBe('stopped');
    expect(samples).toHaveLength(16);
  });

  test('pause, a lost camera and a machine that slept are gaps of their own', async () => {
    const { session, pass, gaps, lose } = surroundings();
    await session.start();
    await pass(1000, null);
    session.setPaused(true);
    await pass(2000, 'nothing');
    session.setPaused(false);
    await pass(1000, null);
    lose();
    await pass(2000, 'nothing');
    await session.reopenCamera();
    await pass(1000, null);
    await pass(3000, 'nothing');
    await pass(1000, null);
    await session.stop();
    expect(gaps.map((gap) => gap.reason)).toEqual(['paused', 'camera-lost', 'interrupted']);
    expect(gaps[2]!.toMs - gaps[2]!.fromMs).toBeGreaterThan(2900);
  });

  test('a machine that is too busy is told as that, once, and its camera is left alone', async () => {
    const { session, pass, take, result, gaps, log } = surroundings();
    await session.start();
    await pass(1000, null);
    for (let picture = 0; picture < 5; picture++) {
      const takenAtMs = session.atMs;
      take();
      await pass(7000, 'nothing');
      expect(session.state.current.displayed.word).toEqual({ kind: 'gap', reason: 'too-busy' });
      result(null, takenAtMs);
    }
    await session.stop();
    expect(new Set(gaps.map((gap) => gap.reason))).toEqual(new Set(['too-busy']));
    expect(log.filter((each) => each === 'watch')).toHaveLength(1);
    expect(session.state.current).toMatchObject({ cameraProblem: null, recovered: null });
  });

  test('a machine that cannot keep up reads once a second, and is never told as interrupted', async () => {
    const { session, pass, take, result, slowTo, samples, gaps } = surroundings();
    await session.start();
    await pass(1000, null);
    const before = samples.length;
    slowTo(1000);
    for (let second = 0; second < 20; second++) {
      const takenAtMs = session.atMs;
      take();
      await pass(792, 'nothing');
      result(null, takenAtMs);
      expect(session.state.current.readsEveryMs).toBe(1000);
      await pass(264, 'nothing');
    }
    slowTo(null);
    await session.stop();
    expect(samples.length - before).toBeGreaterThanOrEqual(20);
    expect(new Set(gaps.map(({ reason }) => reason))).toEqual(new Set(['too-busy']));
    expect(gaps.every(({ fromMs, toMs }) => toMs - fromMs < 1000)).toBe(true);
    expect(session.state.current).toMatchObject({ readsEveryMs: null, recovered: null });
  });

  test('a stray tap cannot put somebody else in the place of a child who is known', async () => {
    const { session, pass, log } = surroundings();
    await session.start();
    await pass(100, 'not-enrolled');
    session.enrol({ xPx: 1, yPx: 1 });
    await pass(500, null);
    session.enrol({ xPx: 1, yPx: 1 });
    expect(session.state.current.enrolmentProblem).toBe('already-followed');
    await pass(4100, 'no-face');
    expect(session.state.current.enrolmentProblem).toBeNull();
    session.enrol({ xPx: 1, yPx: 1 });
    await pass(100, 'unsure-who');
    session.enrol({ xPx: 1, yPx: 1 });
    await pass(100, null);
    session.chooseAgain();
    session.enrol(null);
    expect(log.filter((each) => each === 'enrol' || each === 'forget')).toEqual(['enrol', 'enrol', 'forget', 'enrol']);
  });

  test('a camera that cannot be opened begins nothing', async () => {
    const { session, log } = surroundings({
      openCamera: async () => {
        throw new CameraError('not-allowed');
      },
    });
    await session.start();
    expect(session.state.current).toMatchObject({ phase: 'failed', problem: { kind: 'not-allowed' } });
    expect(log).toEqual(['vision closed']);
  });

  test('a camera that is plugged in again is opened by itself, as soon as it is heard of', async () => {
    let isPluggedIn = true;
    const { session, pass, gaps, log, lose, changeCameras } = surroundings({
      openCamera: async (camera) => {
        log.push('open');
        if (!isPluggedIn) throw new CameraError('not-found');
        return camera;
      },
    });
    await session.start();
    await pass(1000, null);
    isPluggedIn = false;
    lose();
    expect(session.state.current.cameraProblem).toEqual({ kind: 'lost' });
    await pass(30_000, 'nothing');
    expect(session.state.current.cameraProblem).toEqual({ kind: 'not-found' });
    // Once to begin, then after 1, 2, 4, 8 and 10 seconds: again and again, but not all the time.
    expect(log.filter((each) => each === 'open')).toHaveLength(6);
    isPluggedIn = true;
    changeCameras();
    await pass(1500, 'nothing');
    expect(session.state.current, 'it is there and gave no picture yet').toMatchObject({
      cameraProblem: { kind: 'lost' },
      recovered: null,
    });
    await pass(100, null);
    expect(session.state.current).toMatchObject({ cameraProblem: null, recovered: { from: 'camera-lost' } });
    await pass(11_000, null);
    expect(session.state.current.recovered).toBeNull();
    await session.stop();
    expect(new Set(gaps.map((gap) => gap.reason))).toEqual(new Set(['camera-lost']));
    expect(gaps.reduce((sum, gap) => sum + gap.toMs - gap.fromMs, 0)).toBeGreaterThan(30_000);
  });

  test('a permission that is withdrawn is named, and the session recovers when it is given again', async () => {
    let isAllowed = true;
    const { session, pass, lose, changeCameras } = surroundings({
      openCamera: async (camera) => {
        if (!isAllowed) throw new CameraError('not-allowed');
        return camera;
      },
    });
    await session.start();
    isAllowed = false;
    lose();
    await pass(1500, 'nothing');
    expect(session.state.current.cameraProblem).toEqual({ kind: 'not-allowed' });
    isAllowed = true;
    changeCameras();
    await pass(1500, 'nothing');
    await pass(100, null);
    expect(session.state.current.cameraProblem).toBeNull();
    await session.stop();
  });

  test('a camera that is open and stays silent is opened again, without a click', async () => {
    const { session, pass, log, gaps } = surroundings();
    await session.start();
    await pass(1000, null);
    await pass(4500, 'nothing');
    expect(log.filter((entry) => entry === 'watch')).toHaveLength(1);
    await pass(2500, 'nothing');
    expect(log.filter((entry) => entry === 'watch')).toHaveLength(2);
    await pass(1000, null);
    expect(session.state.current).toMatchObject({ phase: 'running', cameraProblem: null });
    await session.stop();
    expect(new Set(gaps.map((gap) => gap.reason))).toEqual(new Set(['interrupted', 'camera-lost']));
    expect(gaps.reduce((sum, gap) => sum + gap.toMs - gap.fromMs, 0)).toBeGreaterThan(6500);
  });

  test('a camera that is open again and again without a picture is lost all the while, and its pictures are sought another way', async () => {
    const ways: number[] = [];
    const { session, pass, gaps, samples } = surroundings({
      openCamera: async (camera, silences) => {
        ways.push(silences);
        return camera;
      },
    });
    await session.start();
    await pass(1000, null);
    await pass(5500, 'nothing');
    for (let leftMs = 9000; leftMs > 0; leftMs -= 66) {
      await pass(66, 'nothing');
      expect(session.state.current).toMatchObject({ cameraProblem: { kind: 'lost' }, recovered: null });
    }
    await pass(10_000, 'nothing');
    expect(ways).toEqual([0, 1, 2]);
    const before = samples.length;
    await pass(1000, null);
    expect(session.state.current).toMatchObject({ cameraProblem: null, recovered: { from: 'camera-lost' } });
    await session.stop();
    expect(samples.length).toBeGreaterThan(before + 10);
    expect(new Set(gaps.map((gap) => gap.reason))).toEqual(new Set(['interrupted', 'camera-lost']));
    expect(session.state.current.cameraProblem).toBeNull();
  });

  test('a window that goes sends what waits and gives its frames and its camera back', async () => {
    const { session, pass, log, samples, openFrames } = surroundings();
    await session.start();
    await pass(1000, null);
    expect(openFrames.size).toBe(1);
    session.windowGoes();
    expect(openFrames.size).toBe(0);
    expect(log.slice(-2)).toEqual(['vision closed', 'camera closed']);
    await vi.advanceTimersByTimeAsync(0);
    expect(samples).toHaveLength(16);
  });

  test('a machine that slept is not taken for a camera that is silent', async () => {
    const { session, pass, log, sleep } = surroundings();
    await session.start();
    await pass(1000, null);
    sleep(60_000);
    await pass(500, 'nothing');
    await pass(1000, null);
    expect(log.filter((entry) => entry === 'watch')).toHaveLength(1);
    await session.stop();
  });

  test('a frame that comes before any tick after a sleep does not bridge it', async () => {
    const { session, gaps, pass, sleep } = surroundings();
    await session.start();
    await pass(1000, null);
    sleep(60_000);
    await pass(1000, null);
    expect(session.state.current.recovered).toMatchObject({ from: 'interrupted' });
    await session.stop();
    expect(gaps.map((gap) => gap.reason)).toEqual(['interrupted']);
    expect(gaps[0]!.toMs - gaps[0]!.fromMs).toBeGreaterThan(59_000);
  });

  test('a lid that was closed for an hour is an hour of the session, and a gap that is told of', async () => {
    const { session, pass, suspend, result, gaps, samples } = surroundings();
    await session.start();
    await pass(2000, null);
    suspend(3_600_000);
    // Taken up before the lid was closed, and on its way meanwhile.
    result(null, session.atMs);
    await pass(2000, null);
    expect(session.state.current).toMatchObject({ phase: 'running', recovered: { from: 'interrupted' } });
    expect(session.state.current.recovered!.lengthMs).toBeGreaterThan(3_599_000);
    expect(session.atMs).toBeGreaterThan(3_603_900);
    await session.stop();
    expect(gaps.map((gap) => gap.reason)).toEqual(['interrupted']);
    expect(gaps[0]!.toMs - gaps[0]!.fromMs).toBeGreaterThan(3_599_900);
    expect(gaps[0]!.fromMs).toBeLessThan(2100);
    const inGap = samples.filter(({ atMs }) => atMs > gaps[0]!.fromMs && atMs < gaps[0]!.toMs);
    expect(inGap).toEqual([]);
    expect(samples).toHaveLength(62);
  });

  test('a lid that is closed during a pause lengthens the pause', async () => {
    const { session, pass, suspend, gaps } = surroundings();
    await session.start();
    await pass(1000, null);
    session.setPaused(true);
    await pass(1000, 'nothing');
    suspend(600_000);
    await pass(1000, 'nothing');
    session.setPaused(false);
    await pass(1000, null);
    await session.stop();
    expect(new Set(gaps.map((gap) => gap.reason))).toEqual(new Set(['paused']));
    expect(gaps.reduce((sum, gap) => sum + gap.toMs - gap.fromMs, 0)).toBeGreaterThan(601_000);
  });

  test('a clock on the wall that is put forward by minutes leaves no trace', async () => {
    const { session, pass, setWallClock, gaps, samples } = surroundings();
    await session.start();
    await pass(1000, null);
    setWallClock(300_000);
    await pass(1000, null);
    expect(session.state.current.recovered).toBeNull();
    expect(session.atMs).toBeLessThan(2200);
    await session.stop();
    expect(gaps).toEqual([]);
    expect(samples).toHaveLength(31);
  });

  test('a clock on the wall that is set back leaves no trace', async () => {
    const { session, pass, setWallClock, gaps, samples } = surroundings();
    await session.start();
    await pass(1000, null);
    setWallClock(-3_600_000);
    await pass(1000, null);
    await session.stop();
    expect(gaps).toEqual([]);
    expect(samples).toHaveLength(32);
  });

  test('eight hours leave nothing behind in the window but the last minutes', async () => {
    const { recorder, calls } = longRecorder();
    let most = 0;
    let mostCrops = 0;
    for (let atMs = 0; atMs < EIGHT_HOURS_MS; atMs += 66) {
      // Every result differs from the last, which is the worst for what is kept by stretches.
      const crop = atMs % 2046 === 0 ? new Uint8Array(3600) : null;
      if (atMs % 6600 < 660) recorder.missing(atMs, 'no-face');
      else recorder.reading(sampleAt(atMs, (atMs / 66) % 2), crop);
      recorder.pump(atMs);
      if (atMs % 660 === 0) await Promise.resolve();
      most = Math.max(most, recorder.history.stretches.length, recorder.status(atMs).outbox.waiting);
    }
    await vi.advanceTimersByTimeAsync(10);
    for (const { crops } of calls) mostCrops = Math.max(mostCrops, crops);
    // Three minutes at 15 results a second.
    expect(most).toBeLessThanOrEqual(180 * 16);
    expect(mostCrops).toBeGreaterThan(0);
    expect(mostCrops).toBeLessThanOrEqual(60);
    expect(calls.reduce((sum, { samples }) => sum + samples, 0)).toBeGreaterThan(390_000);
  }, 60_000);
});

const EIGHT_HOURS_MS = 8 * 3600 * 1000;

/** A recorder whose store only counts. */
function longRecorder() {
  const calls: { samples: number; crops: number }[] = [];
  const call = (async (_name: string, input: { samples: unknown[]; crops: unknown[] }) => {
    calls.push({ samples: input.samples.length, crops: input.crops.length });
    return {};
  }) as unknown as Client['call'];
  return {
    calls,
    recorder: new SessionRecorder({
      sessionId: 's',
      recorderId: 'r',
      threshold: 0.5,
      validated: ['happiness'],
      distress: null,
      call,
    }),
  };
}
