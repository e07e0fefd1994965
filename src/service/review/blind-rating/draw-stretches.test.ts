import { expect, test } from 'vitest';
import type { Emotion } from '../../../core/emotion/emotion.ts';
import type { DrawnStretch } from '../../../core/store/ratings/rating-tasks.node.ts';
import { randomAt } from '../../../core/training/views/random.ts';
import { drawStretches } from './draw-stretches.ts';

function stretches(childId: string, machine: Emotion | null, count: number): DrawnStretch[] {
  return Array.from({ length: count }, (_, index) => {
    return { sessionId: childId, childId, machine, fromMs: 1000 * index, toMs: 1000 * index + 1000 };
  });
}

const wordsOf = (drawn: readonly DrawnStretch[]) =>
  Object.fromEntries([...Map.groupBy(drawn, ({ machine }) => machine)].map(([word, of]) => [String(word), of.length]));

test('each word gives as many as another, and one that has fewer leaves its part to the rest', () => {
  const all = [...stretches('a', 'happiness', 900), ...stretches('b', 'neutral', 500), ...stretches('a', null, 3)];
  expect(wordsOf(drawStretches(all, 23, randomAt(1)))).toEqual({ happiness: 10, neutral: 10, null: 3 });
  expect(drawStretches(all, 5000, randomAt(1))).toHaveLength(1403);
  expect(drawStretches([], 10, randomAt(1))).toEqual([]);
});

test('children take turns within a word, however long their sessions', () => {
  const all = [...stretches('long', 'fear', 1000), ...stretches('short', 'fear', 4), ...stretches('other', 'fear', 50)];
  const drawn = drawStretches(all, 24, randomAt(7));
  const of = (child: string) => drawn.filter(({ childId }) => childId === child).length;
  expect([of('long'), of('short'), of('other')]).toEqual([10, 4, 10]);
});

test('which stretches come is drawn: the same for a seed, and not the first', () => {
  const all = stretches('a', 'anger', 500);
  const drawn = (seed: number) => drawStretches(all, 20, randomAt(seed)).map(({ fromMs }) => fromMs);
  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(1)).not.toEqual(drawn(2));
  expect(drawn(1)).not.toEqual(drawn(1).toSorted((a, b) => a - b));
});
