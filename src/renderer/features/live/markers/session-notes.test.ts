import { expect, test } from 'vitest';
import { CallError } from '../../../../contract/error.ts';
import type { MarkerButton } from '../../../../core/emotion/sample.ts';
import type { Client } from '../../../client/create-client.ts';
import { SessionNotes } from './session-notes.ts';

const NEEDLE: MarkerButton = { kind: 'needle', name: '', hotkey: '1', isInterval: false };
const PLAY: MarkerButton = { kind: 'play', name: '', hotkey: '3', isInterval: true };
const CLOWN: MarkerButton = { kind: 'custom', name: 'Clown', hotkey: 'k', isInterval: true };
const MUSIC: MarkerButton = { kind: 'custom', name: 'Music', hotkey: 'm', isInterval: true };

/** Notes before a store that keeps rows by id, as the service does, and may lose an answer or be away. */
function surroundings() {
  const rows = new Map<string, Record<string, unknown>>();
  const store = { answer: 'taken' as 'taken' | 'taken-but-lost' | 'away' | 'refused' };
  const call = (async (name: string, input: Record<string, unknown>) => {
    if (store.answer === 'away') throw new CallError('failed', 'The program cannot be reached.');
    if (store.answer === 'refused') throw new CallError('conflict', 'The session has ended.');
    const id = (input.id ?? input.markerId ?? input.observationId) as string;
    if (name === 'sessions.mark' || name === 'sessions.observe') {
      if (!rows.has(id)) rows.set(id, { ...input });
    } else if (name === 'sessions.endMarker') rows.set(id, { ...rows.get(id), toMs: input.toMs });
    else if (!rows.delete(id)) throw new CallError('not-found', 'There is no such marker.');
    if (store.answer === 'taken-but-lost') throw new CallError('failed', 'The connection was lost.');
  }) as unknown as Client['call'];
  const notes = new SessionNotes({ sessionId: 's', call });
  return {
    notes,
    store,
    kept: () => [...rows.values()].map(({ kind, atMs, toMs, text }) => ({ kind, atMs, toMs, text })),
  };
}

test('a point stays a point; an interval begins with one press and ends with the next', async () => {
  const { notes, kept } = surroundings();
  notes.press(NEEDLE, 100);
  notes.press(PLAY, 200);
  expect(notes.running(PLAY)).toMatchObject({ atMs: 200, isRunning: true });
  notes.press(NEEDLE, 300);
  notes.press(PLAY, 900);
  expect(notes.running(PLAY)).toBeNull();
  expect(notes.state.current.outcome).toMatchObject({ kind: 'ended', atMs: 900 });
  notes.press(PLAY, 1000);
  expect(await notes.close(1500)).toBe(true);
  expect(kept()).toEqual([
    { kind: 'needle', atMs: 100, toMs: null, text: '' },
    { kind: 'play', atMs: 200, toMs: 900, text: '' },
    { kind: 'needle', atMs: 300, toMs: null, text: '' },
    { kind: 'play', atMs: 1000, toMs: 1500, text: '' },
  ]);
});

test('two markers of the site’s own are told apart by their names', () => {
  const { notes } = surroundings();
  notes.press(CLOWN, 10);
  notes.press(MUSIC, 20);
  notes.press(CLOWN, 30);
  expect(notes.running(CLOWN)).toBeNull();
  expect(notes.running(MUSIC)).toMatchObject({ text: 'Music', atMs: 20 });
});

test('what was sent twice because an answer was lost is there once, and a store that is away only delays', async () => {
  const { notes, store, kept } = surroundings();
  store.answer = 'taken-but-lost';
  notes.press(NEEDLE, 100);
  notes.press(PLAY, 150);
  expect(await notes.close(200)).toBe(false);
  store.answer = 'away';
  notes.observe({ kind: 'note', note: 'asks for his mother' }, 210);
  expect(await notes.close(220)).toBe(false);
  expect(notes.waiting).toBe(4);
  store.answer = 'taken';
  expect(await notes.close(230)).toBe(true);
  expect(notes.waiting).toBe(0);
  expect(kept().map(({ kind, toMs }) => [kind, toMs])).toEqual([
    ['needle', null],
    ['play', 200],
    [undefined, undefined],
  ]);
});

test('undo takes back what was pressed last, one after the other, and says so when nothing is left', async () => {
  const { notes, kept } = surroundings();
  notes.press(PLAY, 100);
  notes.press(NEEDLE, 200);
  notes.observe({ kind: 'faces-scale', score: 4, note: '' }, 300);
  notes.press(PLAY, 400); // the interval is now what was pressed last
  notes.undo();
  expect(notes.state.current.outcome).toMatchObject({ kind: 'undone', note: { kind: 'play', toMs: 400 } });
  notes.undo();
  expect(notes.state.current.outcome).toMatchObject({ kind: 'undone', note: { observation: { score: 4 } } });
  expect(notes.state.current.observations).toEqual([]);
  await notes.close(500);
  expect(kept()).toEqual([{ kind: 'needle', atMs: 200, toMs: null, text: '' }]);
  notes.undo();
  notes.undo();
  expect(notes.state.current).toEqual({ markers: [], observations: [], outcome: { kind: 'nothing-to-undo' } });
  await notes.close(500);
  expect(kept()).toEqual([]);
});

test('a marker whose taking back was stored, but not answered, is simply gone', async () => {
  const { notes, store, kept } = surroundings();
  notes.press(NEEDLE, 100);
  await notes.close(100);
  notes.undo();
  store.answer = 'taken-but-lost';
  expect(await notes.close(110)).toBe(false);
  store.answer = 'taken';
  expect(await notes.close(120)).toBe(true);
  expect(kept()).toEqual([]);
  expect(notes.state.current.outcome).toMatchObject({ kind: 'undone' });
});

test('a refusal is said', async () => {
  const { notes, store } = surroundings();
  store.answer = 'refused';
  notes.press(NEEDLE, 100);
  expect(await notes.close(200)).toBe(true);
  expect(notes.state.current.outcome).toEqual({ kind: 'refused', reason: 'The session has ended.' });
});
