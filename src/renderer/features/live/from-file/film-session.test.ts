import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Child } from '../../../../contract/children.ts';
import type { Session } from '../../../../contract/sessions.ts';
import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import type { Gap, GapReason, Sample } from '../../../../core/emotion/sample.ts';
import type { Client } from '../../../client/create-client.ts';
import type { Look } from '../vision/vision-messages.ts';
import type { FromFilmReader, ToFilmReader } from './film-messages.ts';
import { FilmSession } from './film-session.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const CHILD: Child = { id: 'c', code: 'KIND-1', birthMonth: '2019-05', consentedScopes: ['monitor'], consents: [] };
const BOX = { xPx: 1, yPx: 1, widthPx: 100, heightPx: 100 };

/** A film session over a store in memory; the test is the worker, which Node does not have. */
function surroundings() {
  const told: ToFilmReader[] = [];
  const calls: { name: string; input: unknown }[] = [];
  const samples: Sample[] = [];
  const gaps: Gap[] = [];
  const store = { isReachable: true };
  let hear!: (message: FromFilmReader) => void;
  let openFrames = 0;
  const answers: Record<string, (input: never) => unknown> = {
    'sessions.start': () => ({ id: 's', modelId: 'base' }) as Session,
    'models.files': () => ({ configJson: '{}', weights: new Uint8Array() }),
    'sessions.append': (input: { samples: Sample[]; gaps: Gap[] }) => {
      samples.push(...input.samples);
      gaps.push(...input.gaps);
      return { stored: input.samples.length };
    },
    'sessions.stop': ({ durationMs }: { durationMs: number }) => ({ id: 's', durationMs }) as Session,
  };
  const call = (async (name: string, input: never) => {
    if (!store.isReachable && name === 'sessions.append') throw new Error('The program cannot be reached.');
    calls.push({ name, input });
    return answers[name]!(input);
  }) as Client['call'];
  const session = new FilmSession(
    { child: CHILD, file: new File([], 'ward.mp4'), liveSessionId: 'live' },
    {
      call,
      startReader: (given) => {
        hear = given;
        return { tell: (message) => told.push(message), close: () => {} };
      },
      nowMs: () => Date.now(),
    },
  );
  const frame = () => {
    openFrames++;
    return { close: () => openFrames-- } as unknown as VideoFrame;
  };
  const look = (atMs: number, reason: GapReason | null): Look => {
    const faces = [{ box: BOX, who: 'child' as const }];
    const seen = { atMs, faces, isEnrolled: true, hidden: [], onlyFace: null, crop: null };
    if (reason) return { ...seen, sample: null, reason };
    const quality = { brightness: 0.5, sharpness: 100, eyeDistancePx: 50, yawDeg: 0 };
    const probabilities = EMOTIONS.map((_, i) => (i === 3 ? 1 : 0));
    return { ...seen, reason: null, sample: { atMs, probabilities, emotion: 'happiness', box: BOX, quality } };
  };
  return {
    session,
    told,
    calls,
    samples,
    gaps,
    store,
    hear: (message: FromFilmReader) => hear(message),
    seen: (atMs: number, reason: GapReason | null = null) =>
      hear({ kind: 'looked', look: look(atMs, reason), picture: frame() } as FromFilmReader),
    held: (atMs: number) =>
      hear({ kind: 'held', look: look(atMs, 'not-enrolled'), picture: frame() } as FromFilmReader),
    openFrames: () => openFrames,
    settle: () => vi.advanceTimersByTimeAsync(1),
  };
}

async function opened() {
  const film = surroundings();
  film.session.start();
  film.hear({ kind: 'opened', durationMs: 20_000 });
  await film.settle();
  return film;
}

test('a film becomes a session marked as a recording, on the film’s own clock, with every reading and gap', async () => {
  const film = await opened();
  for (let picture = 0; picture < 300; picture++) film.seen(picture * 66, picture < 30 ? 'no-face' : null);
  film.hear({ kind: 'ended' });
  await film.settle();
  expect(film.calls[0]).toEqual({
    name: 'sessions.start',
    input: { childId: 'c', source: 'recording', recording: { fileName: 'ward.mp4', liveSessionId: 'live' } },
  });
  expect(film.samples.map(({ atMs }) => atMs)).toEqual(Array.from({ length: 270 }, (_, i) => (i + 30) * 66));
  expect(film.gaps).toEqual([{ fromMs: 0, toMs: 30 * 66, reason: 'no-face' }]);
  expect(film.calls.at(-1)).toEqual({ name: 'sessions.stop', input: { sessionId: 's', durationMs: 20_000 } });
  expect(film.session.state.current).toMatchObject({ phase: 'stored', readings: 270, problem: null });
  expect(film.openFrames()).toBe(0);
});

test('the film waits for whoever says who the child is, and what was shown meanwhile is not recorded twice', async () => {
  const film = await opened();
  film.held(0);
  expect(film.session.state.current.phase).toBe('asking');
  film.session.enrol({ xPx: 5, yPx: 6 });
  film.session.enrol({ xPx: 5, yPx: 6 });
  expect(film.told.filter(({ kind }) => kind === 'enrol')).toEqual([
    { kind: 'enrol', enrolment: { by: 'tap', xPx: 5, yPx: 6 } },
  ]);
  film.hear({ kind: 'enrolled', outcome: 'unclear' });
  film.held(0);
  expect(film.session.state.current).toMatchObject({ phase: 'asking', enrolmentProblem: 'unclear' });
  film.session.enrol(null);
  film.hear({ kind: 'enrolled', outcome: 'enrolled' });
  film.seen(0);
  film.hear({ kind: 'ended' });
  await film.settle();
  expect(film.samples.length).toBe(1);
});

test('of pictures that come faster than anybody sees, every one is kept in the session and one in a while is shown', async () => {
  const film = await opened();
  const shown = new Set<number | undefined>();
  for (let picture = 0; picture < 20; picture++) {
    film.seen(picture * 66);
    shown.add(film.session.picture?.look.atMs);
    expect(film.openFrames()).toBe(1);
    await vi.advanceTimersByTimeAsync(10);
  }
  expect([...shown]).toEqual([0, 10 * 66]);
  film.hear({ kind: 'ended' });
  await film.settle();
  expect(film.samples.length).toBe(20);
  expect(film.openFrames()).toBe(0);
});

test('no more is read than the store has taken, and a store that is away loses nothing', async () => {
  const film = await opened();
  const allowed = () =>
    film.told.reduce((sum, message) => sum + (message.kind === 'read-on' ? message.pictures : 0), 0);
  const atFirst = allowed();
  film.store.isReachable = false;
  for (let picture = 0; picture < atFirst; picture++) film.seen(picture * 66);
  await film.settle();
  expect(allowed()).toBe(atFirst);
  expect(film.session.state.current.problem).toBe('The program cannot be reached.');
  film.store.isReachable = true;
  await vi.advanceTimersByTimeAsync(5000);
  expect(allowed()).toBe(2 * atFirst);
  expect(film.samples.length).toBe(atFirst);
});

test('a reader that fails in the middle keeps what was read', async () => {
  const film = await opened();
  film.seen(0);
  film.seen(66);
  film.hear({ kind: 'failed', message: 'out of memory' });
  await film.settle();
  expect(film.samples.length).toBe(2);
  expect(film.session.state.current).toMatchObject({ phase: 'failed', problem: 'out of memory' });
  expect(film.calls.at(-1)?.name).toBe('sessions.stop');
});

test('a file that is no film begins no session', async () => {
  const film = surroundings();
  film.session.start();
  film.hear({ kind: 'unreadable', problem: 'not-a-video', codec: '' });
  await film.settle();
  expect(film.calls).toEqual([]);
  expect(film.session.state.current).toMatchObject({ phase: 'failed', unreadable: { problem: 'not-a-video' } });
});
