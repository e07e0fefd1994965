import { expect, test } from 'vitest';
import { CallError } from '../../../../contract/error.ts';
import { failure } from '../../../../core/words/failure.ts';
import { EntryQueue } from './entry-queue.ts';

const settle = () => new Promise(setImmediate);

/** A queue before a store that can be away or refuse. */
function surroundings() {
  const queue = new EntryQueue();
  const stored: string[] = [];
  const refused: string[] = [];
  let problem: Error | null = null;
  const add = (name: string) =>
    queue.add({
      call: { name: 'sessions.mark', input: {} },
      send: async () => {
        if (problem) throw problem;
        stored.push(name);
      },
      onRefused: ({ reason }) => refused.push(`${name}: ${reason}`),
    });
  return { queue, stored, refused, add, fail: (error: Error | null) => (problem = error) };
}

test('steps arrive once each and in order, also over a disconnection', async () => {
  const { queue, stored, refused, add, fail } = surroundings();
  fail(new CallError('failed', failure('window.unreachable')));
  add('first');
  queue.pump(10);
  await settle();
  add('second');
  expect(queue.waiting).toBe(2);
  fail(null);
  queue.pump(1000); // too early
  await settle();
  expect(stored).toEqual([]);
  queue.pump(2100);
  await settle();
  add('third');
  expect(await queue.flush(2200)).toBe(true);
  expect(stored).toEqual(['first', 'second', 'third']);
  expect(refused).toEqual([]);
});

test('what the store refuses for good is said and does not hold up the rest', async () => {
  const { queue, stored, refused, add, fail } = surroundings();
  fail(new CallError('not-found', failure('entries.marker-not-there')));
  add('stray');
  expect(await queue.flush(0)).toBe(true);
  fail(null);
  add('next');
  expect(await queue.flush(10)).toBe(true);
  expect(refused).toEqual(['stray: entries.marker-not-there']);
  expect(stored).toEqual(['next']);
});
