import { expect, test } from 'vitest';
import type { Marker } from '../../../../core/emotion/sample.ts';
import { MarkerQueue } from './marker-queue.ts';

const marker = (atMs: number): Marker => ({ atMs, kind: 'needle', text: '' });
const settle = () => new Promise(setImmediate);

test('markers arrive once each and in order, also over a disconnection', async () => {
  const stored: Marker[] = [];
  let isReachable = false;
  const queue = new MarkerQueue(async (each) => {
    if (!isReachable) throw new Error('The program cannot be reached.');
    stored.push(each);
  });
  queue.add(marker(10));
  queue.pump(10);
  await settle();
  queue.add(marker(20));
  expect(queue.waiting).toBe(2);
  isReachable = true;
  queue.pump(1000); // too early
  await settle();
  expect(stored).toEqual([]);
  queue.pump(2100);
  await settle();
  queue.add(marker(2200));
  expect(await queue.flush(2200)).toBe(true);
  expect(stored.map((each) => each.atMs)).toEqual([10, 20, 2200]);
});
