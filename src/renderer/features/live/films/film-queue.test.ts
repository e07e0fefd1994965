import { expect, test } from 'vitest';
import type { Child } from '../../../../contract/children.ts';
import type { KeptFilms } from '../../../../contract/films.ts';
import type { Session } from '../../../../contract/sessions.ts';
import { failure } from '../../../../core/words/failure.ts';
import type { Client } from '../../../client/create-client.ts';
import type { RecordingChoice } from '../recording/recording-choice.ts';
import type { RecordingSession } from '../recording/recording-session.ts';
import { OPENING, type RecordingState } from '../recording/recording-state.ts';
import { Published } from '../shared/published.ts';
import { FilmQueue } from './film-queue.ts';

const CHILD = { id: 'c', code: 'KIND-1', consentedScopes: ['monitor'] } as unknown as Child;
const READ = { childCode: 'KIND-1', state: 'stopped', setAside: null, startedAtIso: '', durationMs: 1 } as Session;

/** A list over a service in memory; a file's digest is its text, and the test reads the films. */
function surroundings(sessions: readonly Partial<Session>[] = [], kept: KeptFilms | null = null) {
  const begun: { choice: RecordingChoice; end(part: Partial<RecordingState>): void; log: string[] }[] = [];
  const calls: { name: string; input: unknown }[] = [];
  let list = kept ?? { films: [], takesFirstAlone: false };
  const unlocked = Promise.withResolvers<void>();
  const answers: Record<string, (input: never) => unknown> = {
    'films.digest': ({ bytes }: { bytes: Uint8Array }) => ({ digest: 'd', sha256: new TextDecoder().decode(bytes) }),
    'sessions.list': () => sessions.map((each) => ({ ...READ, ...each })),
    'films.keepList': (input: KeptFilms) => {
      list = input;
      return {};
    },
    'films.keptList': () => list,
    'sessions.stop': () => ({}),
  };
  let ids = 0;
  const queue = new FilmQueue({
    call: (async (name: string, input: never) => {
      calls.push({ name, input });
      return answers[name]!(input);
    }) as Client['call'],
    read: (choice) => {
      const state = new Published<RecordingState>(OPENING, 0);
      const log: string[] = [];
      begun.push({ choice, log, end: (part) => state.change(part) });
      const session = { id: `s${begun.length}` } as Session;
      state.change({ phase: 'reading', session });
      return {
        state,
        pause: () => log.push('pause'),
        goOn: () => log.push('goOn'),
        stop: () => state.change({ phase: 'stored' }),
      } as unknown as RecordingSession;
    },
    newId: () => `f${ids++}`,
    untilUnlocked: () => unlocked.promise,
  });
  queue.know([CHILD]);
  const states = () => queue.state.current.films.map(({ name, state }) => `${name} ${state}`);
  return { queue, begun, calls, states, unlock: unlocked.resolve, kept: () => list };
}

const file = (name: string, content = name) => new File([content], name, { lastModified: Date.UTC(2026, 10, 28, 12) });

async function threeWaiting() {
  const there = surroundings();
  there.queue.add([file('a.mp4'), file('b.mp4'), file('c.mp4')], 'c');
  await expect.poll(there.states).toEqual(['a.mp4 waiting', 'b.mp4 waiting', 'c.mp4 waiting']);
  return there;
}

test('films are read one after the other, and one that fails holds none', async () => {
  const { queue, begun, states, kept } = await threeWaiting();
  queue.start();
  expect(states()).toEqual(['a.mp4 reading', 'b.mp4 waiting', 'c.mp4 waiting']);
  begun[0]!.end({ phase: 'stored', readings: 3, durationMs: 1000, speed: 2 });
  await expect.poll(states).toEqual(['a.mp4 stored', 'b.mp4 reading', 'c.mp4 waiting']);
  expect(begun).toHaveLength(2);
  begun[1]!.end({ phase: 'failed', unreadable: { problem: 'cut', codec: '' } });
  await expect.poll(states).toEqual(['a.mp4 stored', 'b.mp4 failed', 'c.mp4 reading']);
  begun[2]!.end({ phase: 'stored' });
  await expect.poll(() => queue.state.current.isRunning).toBe(false);
  expect(begun[0]!.choice).toMatchObject({ sha256: 'a.mp4', day: '2026-11-28', child: CHILD, takesFirstAlone: false });
  await expect
    .poll(() => kept().films.map(({ state, sessionId }) => `${state} ${sessionId}`))
    .toEqual(['stored s1', 'failed s2', 'stored s3']);
});

test('a pause holds the film that is read and begins no other; a film that is stopped is followed by the next', async () => {
  const { queue, begun, states } = await threeWaiting();
  queue.start();
  queue.pause();
  expect(begun[0]!.log).toEqual(['pause']);
  queue.remove('f0');
  await expect.poll(states).toEqual(['a.mp4 stopped', 'b.mp4 waiting', 'c.mp4 waiting']);
  expect(begun).toHaveLength(1);
  queue.remove('f1');
  queue.goOn();
  await expect.poll(states).toEqual(['a.mp4 stopped', 'c.mp4 reading']);
});

test('a film that was read before, or that is there twice, waits until somebody wants it all the same', async () => {
  const { queue, begun, states } = surroundings([
    { recordingSha256: 'ward' },
    { recordingSha256: 'x', setAside: {} as never },
  ]);
  queue.add([file('other-name.mp4', 'ward'), file('x.mp4', 'x'), file('x-copy.mp4', 'x')], 'c');
  await expect.poll(states).toEqual(['other-name.mp4 double', 'x.mp4 waiting', 'x-copy.mp4 double']);
  expect(queue.state.current.films.map(({ double }) => double?.kind)).toEqual(['read', undefined, 'in-list']);
  queue.again('f0');
  queue.start();
  expect(begun[0]!.choice.file.name).toBe('other-name.mp4');
});

test('behind the cover of a locked screen the next film waits until it is unlocked', async () => {
  const { queue, begun, states, unlock } = await threeWaiting();
  queue.start();
  begun[0]!.end({ phase: 'failed', session: null, problem: failure('call.locked') });
  await expect.poll(() => queue.state.current.problem?.reason).toBe('call.locked');
  expect(states()).toEqual(['a.mp4 waiting', 'b.mp4 waiting', 'c.mp4 waiting']);
  unlock();
  await expect.poll(states).toEqual(['a.mp4 reading', 'b.mp4 waiting', 'c.mp4 waiting']);
  expect(queue.state.current.problem).toBeNull();
});

test('after the window was loaded anew the list is there, wants its files again, and ends the session that was begun', async () => {
  const first = await threeWaiting();
  first.queue.start();
  await expect.poll(() => first.kept().films[0]).toMatchObject({ state: 'reading', sessionId: 's1' });
  const { queue, calls, states, begun } = surroundings([], first.kept());
  await queue.restore();
  expect(states()).toEqual(['a.mp4 waiting', 'b.mp4 waiting', 'c.mp4 waiting']);
  expect(calls).toContainEqual({ name: 'sessions.stop', input: { sessionId: 's1', durationMs: 0 } });
  queue.start();
  expect(begun).toHaveLength(0);
  queue.add([file('b.mp4')], 'c');
  expect(queue.state.current.films).toHaveLength(3);
  queue.start();
  expect(states()).toEqual(['a.mp4 waiting', 'b.mp4 reading', 'c.mp4 waiting']);
});
