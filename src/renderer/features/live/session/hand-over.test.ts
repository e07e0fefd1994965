import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CallError } from '../../../../contract/error.ts';
import { STANDARD_MARKER_BUTTONS } from '../../../../core/emotion/marker.ts';
import { failure } from '../../../../core/words/failure.ts';
import { surroundings } from './testing/surroundings.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const PLAY = STANDARD_MARKER_BUTTONS.find(({ kind }) => kind === 'play')!;

describe('a session that is left when somebody signs out', () => {
  test('looks at nothing and sends nothing until somebody takes it over, then goes on', async () => {
    const { session, pass, pausedTo, samples, gaps, log, store } = surroundings();
    await session.start();
    await pass(2000, null);
    await session.handOver.hold();
    expect(session.state.current).toMatchObject({ phase: 'paused', isHeld: true });
    expect(samples).toHaveLength(31);
    store.refusal = new CallError('not-signed-in', failure('call.not-signed-in'));
    log.length = 0;
    await pass(60_000, null);
    session.setPaused(false);
    expect([log, samples.length, pausedTo]).toEqual([[], 31, [true]]);

    store.refusal = null;
    await session.handOver.takeOver();
    await pass(2000, null);
    expect(session.state.current).toMatchObject({ phase: 'running', isHeld: false, problem: null });
    await session.stop();
    expect(samples).toHaveLength(62);
    expect(new Set(gaps.map(({ reason }) => reason))).toEqual(new Set(['paused']));
    expect(gaps.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)).toBeGreaterThan(59_000);
  });

  test('stays paused when it was paused by hand before', async () => {
    const { session, pass } = surroundings();
    await session.start();
    await pass(1000, null);
    session.setPaused(true);
    await session.handOver.hold();
    await session.handOver.takeOver();
    expect(session.state.current).toMatchObject({ phase: 'paused', isHeld: false });
    await session.stop();
  });
});

test('a session that is gone on with after a reload is the same one, with a gap for the time in between', async () => {
  const { session, pass, samples, gaps, batches, ended, log } = surroundings({ goesOnWith: 's' });
  await session.start();
  expect(log).not.toContain('sessions.start');
  expect(session.atMs).toBe(75_000);
  await pass(1000, 'not-enrolled');
  await pass(1000, null);
  // The interval that was begun before the reload is ended by its own button.
  session.recorder!.entries.press(PLAY, session.atMs);
  await session.stop();
  expect(batches[0]!.batch).toBe(120);
  expect(gaps.map(({ reason }) => reason)).toEqual(['interrupted', 'not-enrolled']);
  expect(gaps[0]).toMatchObject({ fromMs: 60_000 });
  expect(gaps[0]!.toMs).toBeGreaterThan(75_000);
  expect(samples[0]!.atMs).toBeGreaterThan(76_000);
  expect(ended).toMatchObject([{ markerId: 'm2' }]);
});

test('a session that the service takes nothing of any more ends on the screen with the reason', async () => {
  const { session, pass, store, log } = surroundings();
  await session.start();
  await pass(1000, null);
  const why = failure('sessions.recorded-by-another', { name: 'Bram' });
  store.refusal = new CallError('conflict', why);
  await pass(2000, null);
  expect(session.state.current).toMatchObject({ phase: 'refused', problem: { kind: 'failure', failure: why } });
  expect(log.slice(-3)).toEqual(['cameras unwatched', 'vision closed', 'camera closed']);
  log.length = 0;
  await pass(10_000, 'nothing');
  expect(log).toEqual([]);
});

test('a session that is stopped before it has begun leaves no camera open and nothing running in the store', async () => {
  let open = (): void => {};
  const { session, log } = surroundings({
    openCamera: (camera) =>
      new Promise((resolve) => {
        open = () => resolve(camera);
      }),
  });
  const started = session.start();
  await session.stop();
  open();
  await started;
  expect(session.state.current).toMatchObject({ phase: 'failed', problem: null });
  expect(log).toEqual(['vision closed', 'camera closed']);
});
