import { expect, test } from 'vitest';
import type { RoomMessage } from './room-message.ts';
import { RoomWatch } from './room-sight.ts';

const SAD: RoomMessage = {
  kind: 'shows',
  isPaused: false,
  displayed: { word: { kind: 'emotion', emotion: 'sadness' }, confidence: 0.8 },
  distress: 'likely',
};

test('before anything is heard there is nothing to show', () => {
  expect(new RoomWatch().at(5000)).toEqual({ kind: 'silent', isNew: true });
});

test('a word stands for a second after it was said, and not longer', () => {
  const watch = new RoomWatch();
  watch.hear(SAD, 10_000);
  expect(watch.at(11_000)).toBe(SAD);
  expect(watch.at(11_001)).toEqual({ kind: 'silent', isNew: false });
  watch.hear(SAD, 12_000);
  expect(watch.at(12_500)).toBe(SAD);
});

test('a session that has ended stays ended, until another begins', () => {
  const watch = new RoomWatch();
  watch.hear(SAD, 0);
  watch.hear({ kind: 'ended' }, 100);
  expect(watch.at(90_000)).toEqual({ kind: 'ended' });
  watch.hear(SAD, 95_000);
  expect(watch.at(95_000)).toBe(SAD);
});
