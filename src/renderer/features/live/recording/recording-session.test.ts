// Longer than 300 lines: every test plays a whole recording.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Child } from '../../../../contract/children.ts';
import type { Session } from '../../../../contract/sessions.ts';
import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import type { Gap, GapReason } from '../../../../core/emotion/gap.ts';
import type { Sample } from '../../../../core/emotion/sample.ts';
import type { FrameResult } from '../../../../core/reading/frame-result.ts';
import { failure } from '../../../../core/words/failure.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';
import type { Client } from '../../../client/create-client.ts';
import type { RecordingChoice } from './recording-choice.ts';
import type { FromRecordingReader, ToRecordingReader } from './recording-messages.ts';
import { RecordingSession } from './recording-session.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const CHILD: Child = { id: 'c', code: 'KIND-1', birthMonth: '2019-05', consentedScopes: ['monitor'], consents: [] };
const BOX = { xPx: 1, yPx: 1, widthPx: 100, heightPx: 100 };

/** A recording session over a store in memory; the test is the worker, which Node does not have. */
function surroundings(choice: Partial<RecordingChoice> = {}) {
  const told: ToRecordingReader[] = [];
  const calls: { name: string; input: unknown }[] = [];
  const samples: Sample[] = [];
  const gaps: Gap[] = [];
  const store = { isReachable: true };
  let hear!: (message: FromRecordingReader) => void;
  const digest = Promise.withResolvers<string | null>();
  let openFrames = 0;
  const answers: Record<string, (input: never) => unknown> = {
    'sessions.start': () => ({ id: 's', modelId: 'base' }) as Session,
    'models.list': () => [{ id: 'base', state: 'approved', threshold: 0.5, classesValidatedOnChildren: ['happiness'] }],
    'models.files': () => ({ configJson: '{}', weights: new Uint8Array() }),
    'sessions.append': (input: { samples: Sample[]; gaps: Gap[] }) => {
      samples.push(...input.samples);
      gaps.push(...input.gaps);
      return { stored: input.samples.length };
    },
    'sessions.noteFilm': () => ({}),
    'sessions.stop': ({ durationMs }: { durationMs: number }) => ({ id: 's', durationMs }) as Session,
  };
  const call = (async (name: string, input: never) => {
    if (!store.isReachable && name === 'sessions.append') throw new FailureError(failure('window.unreachable'));
    calls.push({ name, input });
    return answers[name]!(input);
  }) as Client['call'];
  const session = new RecordingSession(
    {
      child: CHILD,
      file: new File([], 'ward.mp4'),
      liveSessionId: 'live',
      sha256: null,
      day: null,
      takesFirstAlone: false,
      ...choice,
    },
    {
      call,
      startReader: (given) => {
        hear = given;
        return { tell: (message) => told.push(message), close: () => {} };
      },
      digest: () => digest.promise,
      nowMs: () => Date.now(),
    },
  );
  const frame = () => {
    openFrames++;
    return { close: () => openFrames-- } as unknown as VideoFrame;
  };
  const result = (atMs: number, reason: GapReason | null, isEnrolled = true): FrameResult => {
    const faces = [{ box: BOX, who: 'child' as const }];
    const seen = { atMs, faces, isEnrolled, hidden: [], onlyFace: null, crop: null };
    if (reason) return { ...seen, sample: null, reason };
    const quality = { brightness: 0.5, sharpness: 100, eyeDistancePx: 50, yawDeg: 0 };
    const probabilities = EMOTIONS.map((_, i) => (i === 3 ? 1 : 0));
    return { ...seen, reason: null, sample: { atMs, probabilities, emotion: 'happiness', box: BOX, quality } };
  };
  return {
    session,
    told,
    calls,
    digest,
    samples,
    gaps,
    store,
    hear: (message: FromRecordingReader) => hear(message),
    seen: (atMs: number, reason: GapReason | null = null) =>
      hear({ kind: 'frame-read', result: result(atMs, reason), picture: frame() } as FromRecordingReader),
    unknown: (atMs: number) =>
      hear({
        kind: 'frame-read',
        result: result(atMs, 'not-enrolled', false),
        picture: frame(),
      } as FromRecordingReader),
    held: (atMs: number) =>
      hear({ kind: 'held', result: result(atMs, 'not-enrolled'), picture: frame() } as FromRecordingReader),
    openFrames: () => openFrames,
    settle: () => vi.advanceTimersByTimeAsync(1),
  };
}

async function opened(choice: Partial<RecordingChoice> = {}) {
  const recording = surroundings(choice);
  recording.session.start();
  recording.hear({ kind: 'opened', durationMs: 20_000, originMs: 1500 });
  await recording.settle();
  return recording;
}

test('a recording becomes a session marked as a recording, on the recording’s own clock, with every reading and gap', async () => {
  const recording = await opened();
  for (let picture = 0; picture < 300; picture++) recording.seen(picture * 66, picture < 30 ? 'no-face' : null);
  recording.hear({ kind: 'ended' });
  await recording.settle();
  expect(recording.calls[0]).toEqual({
    name: 'sessions.start',
    input: {
      recorderId: expect.any(String),
      childId: 'c',
      source: 'recording',
      recording: { fileName: 'ward.mp4', originMs: 1500, sha256: null, day: null, liveSessionId: 'live' },
    },
  });
  expect(recording.samples.map(({ atMs }) => atMs)).toEqual(Array.from({ length: 270 }, (_, i) => (i + 30) * 66));
  expect(recording.gaps).toEqual([{ fromMs: 0, toMs: 30 * 66, reason: 'no-face' }]);
  expect(recording.calls.at(-1)).toEqual({ name: 'sessions.stop', input: { sessionId: 's', durationMs: 20_000 } });
  expect(recording.session.state.current).toMatchObject({ phase: 'stored', readings: 270, problem: null });
  expect(recording.openFrames()).toBe(0);
});

test('the recording waits for whoever says who the child is, and what was shown meanwhile is not recorded twice', async () => {
  const recording = await opened();
  recording.held(0);
  expect(recording.session.state.current.phase).toBe('asking');
  recording.session.enrol({ xPx: 5, yPx: 6 });
  recording.session.enrol({ xPx: 5, yPx: 6 });
  expect(recording.told.filter(({ kind }) => kind === 'enrol')).toEqual([
    { kind: 'enrol', enrolment: { by: 'tap', xPx: 5, yPx: 6 } },
  ]);
  recording.hear({ kind: 'enrolled', outcome: 'unclear' });
  recording.held(0);
  expect(recording.session.state.current).toMatchObject({ phase: 'asking', enrolmentProblem: 'unclear' });
  recording.session.enrol(null);
  recording.hear({ kind: 'enrolled', outcome: 'enrolled' });
  recording.seen(0);
  recording.hear({ kind: 'ended' });
  await recording.settle();
  expect(recording.samples.length).toBe(1);
});

test('of pictures that come faster than anybody sees, every one is kept in the session and one in a while is shown', async () => {
  const recording = await opened();
  const shown = new Set<number | undefined>();
  for (let picture = 0; picture < 20; picture++) {
    recording.seen(picture * 66);
    shown.add(recording.session.picture?.result.atMs);
    expect(recording.openFrames()).toBe(1);
    await vi.advanceTimersByTimeAsync(10);
  }
  expect([...shown]).toEqual([0, 10 * 66]);
  recording.hear({ kind: 'ended' });
  await recording.settle();
  expect(recording.samples.length).toBe(20);
  expect(recording.openFrames()).toBe(0);
});

test('while it is read the screen shows what the pictures show, by the model that reads them', async () => {
  const recording = await opened();
  expect(recording.session.state.current.displayed).toBeNull();
  for (let picture = 0; picture < 20; picture++) recording.seen(picture * 66);
  expect(recording.session.state.current.displayed).toMatchObject({ word: { kind: 'emotion', emotion: 'happiness' } });
  expect(recording.session.state.current.model).toMatchObject({ id: 'base' });
  for (let picture = 20; picture < 40; picture++) recording.seen(picture * 66, 'turned-away');
  expect(recording.session.state.current.displayed).toMatchObject({ word: { kind: 'gap', reason: 'turned-away' } });
});

test('no more is read than the store has taken, and a store that is away loses nothing', async () => {
  const recording = await opened();
  const allowed = () =>
    recording.told.reduce((sum, message) => sum + (message.kind === 'read-on' ? message.pictures : 0), 0);
  const atFirst = allowed();
  recording.store.isReachable = false;
  for (let picture = 0; picture < atFirst; picture++) recording.seen(picture * 66);
  await recording.settle();
  expect(allowed()).toBe(atFirst);
  expect(recording.session.state.current.problem).toEqual(failure('window.unreachable'));
  recording.store.isReachable = true;
  await vi.advanceTimersByTimeAsync(5000);
  expect(allowed()).toBe(2 * atFirst);
  expect(recording.samples.length).toBe(atFirst);
});

test('what the film consists of is found out beside reading it, and noted also once it has been read', async () => {
  const recording = await opened();
  recording.seen(0);
  recording.hear({ kind: 'ended' });
  await recording.settle();
  expect(recording.session.state.current.phase).toBe('stored');
  recording.digest.resolve('ab');
  await recording.settle();
  expect(recording.calls.at(-1)).toEqual({ name: 'sessions.noteFilm', input: { sessionId: 's', sha256: 'ab' } });

  const known = await opened({ sha256: 'cd' });
  known.digest.resolve('ab');
  await known.settle();
  expect(known.calls.map(({ name }) => name)).not.toContain('sessions.noteFilm');
});

test('a film that cannot be looked through beside is read all the same', async () => {
  const recording = await opened();
  recording.digest.reject(new Error('moved'));
  recording.seen(0);
  recording.hear({ kind: 'ended' });
  await recording.settle();
  expect(recording.session.state.current).toMatchObject({ phase: 'stored', readings: 1, problem: null });
});

test('of a film of one picture a second all time is a reading or a reason', async () => {
  const recording = await opened();
  for (let second = 0; second < 10; second++) recording.seen(1000 * second, second === 4 ? 'no-face' : null);
  recording.seen(14_000);
  recording.seen(18_800);
  recording.hear({ kind: 'ended' });
  await recording.settle();
  const few = (fromMs: number, toMs: number): Gap => ({ fromMs, toMs, reason: 'few-pictures' });
  const whole = (second: number) => few(1000 * second + 250, 1000 * second + 1000);
  expect(recording.gaps).toEqual([
    ...[0, 1, 2, 3].map(whole),
    { fromMs: 4000, toMs: 5000, reason: 'no-face' },
    ...[5, 6, 7, 8].map(whole),
    { fromMs: 9250, toMs: 14_000, reason: 'picture-still' },
    { fromMs: 14_250, toMs: 18_800, reason: 'picture-still' },
    few(19_050, 20_000),
  ]);
});

test('of a film of fifteen pictures a second none is too few', async () => {
  const recording = await opened();
  for (let picture = 0; picture < 300; picture++) recording.seen(picture * 66.7);
  recording.hear({ kind: 'ended' });
  await recording.settle();
  expect(recording.gaps).toEqual([]);
});

test('a reader that fails in the middle keeps what was read', async () => {
  const recording = await opened();
  recording.seen(0);
  recording.seen(66);
  recording.hear({ kind: 'failed', failure: failure('window.no-canvas') });
  await recording.settle();
  expect(recording.samples.length).toBe(2);
  expect(recording.session.state.current).toMatchObject({ phase: 'failed', problem: failure('window.no-canvas') });
  expect(recording.calls.at(-1)?.name).toBe('sessions.stop');
});

test('of a film that is cut off what is there is kept, and it is not said to be read to its end', async () => {
  const recording = await opened();
  for (let picture = 0; picture < 30; picture++) recording.seen(picture * 66);
  recording.hear({ kind: 'unreadable', problem: 'cut', codec: '' });
  await recording.settle();
  expect(recording.samples.length).toBe(30);
  expect(recording.session.state.current).toMatchObject({
    phase: 'failed',
    unreadable: { problem: 'cut' },
    problem: null,
  });
  expect(recording.calls.at(-1)).toEqual({ name: 'sessions.stop', input: { sessionId: 's', durationMs: 29 * 66 } });
});

test('a file that is no recording begins no session', async () => {
  const recording = surroundings();
  recording.session.start();
  recording.hear({ kind: 'unreadable', problem: 'not-a-video', codec: '' });
  await recording.settle();
  expect(recording.calls).toEqual([]);
  expect(recording.session.state.current).toMatchObject({ phase: 'failed', unreadable: { problem: 'not-a-video' } });
});

test('a paused recording is given nothing more to read until it goes on, and says meanwhile that it is there', async () => {
  const recording = await opened();
  const allowed = () => recording.told.filter(({ kind }) => kind === 'read-on').length;
  expect(allowed()).toBe(1);
  recording.session.pause();
  for (let picture = 0; picture < 240; picture++) recording.seen(picture * 66);
  await recording.settle();
  expect(allowed()).toBe(1);
  const before = recording.calls.length;
  await vi.advanceTimersByTimeAsync(61_000);
  expect(recording.calls.slice(before).map(({ name }) => name)).toEqual(['sessions.append']);
  recording.session.goOn();
  expect(recording.told.at(-1)).toEqual({ kind: 'read-on', pictures: 240 });
});

test('where the first face that is alone is the child’s, the session begins with it, and holds what came before', async () => {
  const recording = await opened({ takesFirstAlone: true, sha256: 'ab', day: '2026-11-28' });
  for (let picture = 0; picture < 150; picture++) recording.unknown(picture * 66);
  await recording.settle();
  expect(recording.calls.map(({ name }) => name)).toEqual(['models.list', 'models.files']);
  expect(recording.told.filter(({ kind }) => kind === 'read-on')).toHaveLength(2);
  for (let picture = 150; picture < 160; picture++) recording.seen(picture * 66);
  recording.hear({ kind: 'ended' });
  await recording.settle();
  expect(recording.calls.find(({ name }) => name === 'sessions.start')?.input).toMatchObject({
    recording: { sha256: 'ab', day: '2026-11-28', originMs: 1500 },
  });
  expect(recording.samples).toHaveLength(10);
  // A long gap is handed on in pieces; after the last picture nothing moves until the film's end.
  const early = recording.gaps.filter(({ reason }) => reason === 'not-enrolled');
  expect([early[0]?.fromMs, early.at(-1)?.toMs]).toEqual([0, 150 * 66]);
  expect(early.map(({ toMs }) => toMs).slice(0, -1)).toEqual(early.slice(1).map(({ fromMs }) => fromMs));
  expect(recording.session.state.current).toMatchObject({ phase: 'stored', readings: 10 });
});

test('a film in which no face is ever alone begins no session, and says so', async () => {
  const recording = await opened({ takesFirstAlone: true });
  for (let picture = 0; picture < 150; picture++) recording.unknown(picture * 66);
  recording.hear({ kind: 'ended' });
  await recording.settle();
  expect(recording.calls.map(({ name }) => name)).toEqual(['models.list', 'models.files']);
  expect(recording.session.state.current).toMatchObject({ phase: 'failed', isNobodyAlone: true, problem: null });
});
