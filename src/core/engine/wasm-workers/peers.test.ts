import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import type { Exchange, Exchanged } from '../testing/exchanging-worker.node.ts';
import { abandon, joinPeers, type MeetingPlace, meetingPlace } from './peers.ts';

const ENTRY = fileURLToPath(new URL('../testing/exchanging-worker.node.ts', import.meta.url));
const threads: Worker[] = [];

afterEach(() => Promise.all(threads.splice(0).map((thread) => thread.terminate())));

async function exchange(place: MeetingPlace, turns: Exchange['turns'], rank: number): Promise<Exchanged> {
  const thread = new Worker(ENTRY, { execArgv: [] });
  threads.push(thread);
  thread.postMessage({ place, rank, turns } satisfies Exchange);
  const [answer] = await once(thread, 'message');
  return answer as Exchanged;
}

test('means count by rows and rows come in order, whoever is first, turn after turn', async () => {
  const place = meetingPlace([2, 1, 1], 4);
  const turns = Array.from({ length: 300 }, (_, turn) => turn);
  const ofThread = (rank: number): Exchange['turns'] =>
    turns.map((turn) =>
      turn % 2 === 0
        ? { kind: 'mean', own: [turn + rank, -4 * rank] }
        : { kind: 'gather', own: rank === 0 ? [turn, 1, turn, 2] : [turn, 10 * rank] },
    );
  const wanted = turns.map((turn) =>
    // (2 * 0 + 1 + 2) / 4 and (2 * 0 - 4 - 8) / 4
    turn % 2 === 0 ? [turn + 0.75, -3] : [turn, 1, turn, 2, turn, 10, turn, 20],
  );
  const found = await Promise.all([0, 1, 2].map((rank) => exchange(place, ofThread(rank), rank)));
  for (const each of found) expect(each).toEqual(wanted);
});

test('who waits for a thread that failed is told, and who comes later too', async () => {
  const place = meetingPlace([1, 1], 4);
  const waiting = exchange(place, [{ kind: 'mean', own: [1] }], 0);
  const control = place.control;
  // The first number counts who has arrived.
  while (Atomics.load(control, 0) === 0) await new Promise(setImmediate);
  abandon(place);
  expect(await waiting).toBe('PeersAbandonedError');
  expect(() => joinPeers(place, 1).mean(Float32Array.of(1))).toThrow('another thread');
});

test('what does not fit is refused before anybody waits', () => {
  const peers = joinPeers(meetingPlace([1, 2], 4), 0);
  expect(() => peers.mean(new Float32Array(5))).toThrow(/4 at most, were expected; found 5/);
  expect(() => peers.gather(new Float32Array(3))).toThrow(/4 at most/);
});
