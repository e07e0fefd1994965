import { expect, test } from 'vitest';
import { CallError } from '../../../../contract/error.ts';
import type { MarkerButton } from '../../../../core/emotion/marker.ts';
import { failure } from '../../../../core/words/failure.ts';
import type { Client } from '../../../client/create-client.ts';
import { SessionEntries } from './session-entries.ts';

const NEEDLE: MarkerButton = { kind: 'needle', name: '', hotkey: '1', isInterval: false };
const PLAY: MarkerButton = { kind: 'play', name: '', hotkey: '3', isInterval: true };
const CLOWN: MarkerButton = { kind: 'custom', name: 'Clown', hotkey: 'k', isInterval: true };
const MUSIC: MarkerButton = { kind: 'custom', name: 'Music', hotkey: 'm', isInterval: true };

/** Entries before a store that keeps rows by id, as the service does, and may lose an answer or be away. */
function surroundings() {
  const rows = new Map<string, Record<string, unknown>>();
  const store = { answer: 'taken' as 'taken' | 'taken-but-lost' | 'away' | 'refused' };
  const call = (async (name: string, input: Record<string, unknown>) => {
    if (store.answer === 'away') throw new CallError('failed', failure('window.unreachable'));
    if (store.answer === 'refused') throw new CallError('conflict', failure('sessions.stopped'));
    const id = (input.id ?? input.markerId ?? input.observationId) as string;
    if (name === 'sessions.mark' || name === 'sessions.observe') {
      if (!rows.has(id)) rows.set(id, { ...input });
    } else if (name === 'sessions.endMarker') rows.set(id, { ...rows.get(id), toMs: input.toMs });
    else if (!rows.delete(id)) throw new CallError('not-found', failure('entries.marker-not-there'));
    if (store.answer === 'taken-but-lost') throw new CallError('failed', failure('window.connection-lost'));
  }) as unknown as Client['call'];
  const entries = new SessionEntries({ sessionId: 's', call });
  return {
    entries,
    store,
    kept: () => [...rows.values()].map(({ kind, atMs, toMs, text }) => ({ kind, atMs, toMs, text })),
  };
}

test('a point stays a point; an interval begins with one press and ends with the next', async () => {
  const { entries, kept } = surroundings();
  entries.press(NEEDLE, 100);
  entries.press(PLAY, 200);
  expect(entries.running(PLAY)).toMatchObject({ atMs: 200, isRunning: true });
  entries.press(NEEDLE, 300);
  entries.press(PLAY, 900);
  expect(entries.running(PLAY)).toBeNull();
  expect(entries.state.current.outcome).toMatchObject({ kind: 'ended', atMs: 900 });
  entries.press(PLAY, 1000);
  expect(await entries.close(1500)).toBe(true);
  expect(kept()).toEqual([
    { kind: 'needle', atMs: 100, toMs: null, text: '' },
    { kind: 'play', atMs: 200, toMs: 900, text: '' },
    { kind: 'needle', atMs: 300, toMs: null, text: '' },
    { kind: 'play', atMs: 1000, toMs: 1500, text: '' },
  ]);
});

test('two markers of the site’s own are told apart by their names', () => {
  const { entries } = surroundings();
  entries.press(CLOWN, 10);
  entries.press(MUSIC, 20);
  entries.press(CLOWN, 30);
  expect(entries.running(CLOWN)).toBeNull();
  expect(entries.running(MUSIC)).toMatchObject({ text: 'Music', atMs: 20 });
});

test('what was sent twice because an answer was lost is there once, and a store that is away only delays', async () => {
  const { entries, store, kept } = surroundings();
  store.answer = 'taken-but-lost';
  entries.press(NEEDLE, 100);
  entries.press(PLAY, 150);
  expect(await entries.close(200)).toBe(false);
  store.answer = 'away';
  entries.observe({ kind: 'note', note: 'asks for his mother' }, 210);
  expect(await entries.close(220)).toBe(false);
  expect(entries.waiting).toBe(4);
  store.answer = 'taken';
  expect(await entries.close(230)).toBe(true);
  expect(entries.waiting).toBe(0);
  expect(kept().map(({ kind, toMs }) => [kind, toMs])).toEqual([
    ['needle', null],
    ['play', 200],
    [undefined, undefined],
  ]);
});

test('undo takes back what was pressed last, one after the other, and says so when nothing is left', async () => {
  const { entries, kept } = surroundings();
  entries.press(PLAY, 100);
  entries.press(NEEDLE, 200);
  entries.observe({ kind: 'faces-scale', score: 4, note: '' }, 300);
  entries.press(PLAY, 400); // the interval is now what was pressed last
  entries.undo();
  expect(entries.state.current.outcome).toMatchObject({ kind: 'undone', entry: { kind: 'play', toMs: 400 } });
  entries.undo();
  expect(entries.state.current.outcome).toMatchObject({ kind: 'undone', entry: { observation: { score: 4 } } });
  expect(entries.state.current.observations).toEqual([]);
  await entries.close(500);
  expect(kept()).toEqual([{ kind: 'needle', atMs: 200, toMs: null, text: '' }]);
  entries.undo();
  entries.undo();
  expect(entries.state.current).toEqual({ markers: [], observations: [], outcome: { kind: 'nothing-to-undo' } });
  await entries.close(500);
  expect(kept()).toEqual([]);
});

test('a marker whose taking back was stored, but not answered, is simply gone', async () => {
  const { entries, store, kept } = surroundings();
  entries.press(NEEDLE, 100);
  await entries.close(100);
  entries.undo();
  store.answer = 'taken-but-lost';
  expect(await entries.close(110)).toBe(false);
  store.answer = 'taken';
  expect(await entries.close(120)).toBe(true);
  expect(kept()).toEqual([]);
  expect(entries.state.current.outcome).toMatchObject({ kind: 'undone' });
});

test('a refusal is said', async () => {
  const { entries, store } = surroundings();
  store.answer = 'refused';
  entries.press(NEEDLE, 100);
  expect(await entries.close(200)).toBe(true);
  expect(entries.state.current.outcome).toEqual({ kind: 'refused', why: failure('sessions.stopped') });
});
