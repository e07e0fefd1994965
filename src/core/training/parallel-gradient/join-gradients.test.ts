import { expect, test } from 'vitest';
import { joinGradients, type PartResult } from './join-gradients.ts';

const FIRST: PartResult = {
  rows: Int32Array.of(0, 2, 3),
  result: {
    loss: 2,
    gradient: Float32Array.of(1, -4),
    parts: { contrastive: 8, crossEntropy: 4 },
    embeddings: Float32Array.of(0, 0.5, 2, 2.5, 3, 3.5),
    chance: 1,
  },
};
const SECOND: PartResult = {
  rows: Int32Array.of(1),
  result: {
    loss: 6,
    gradient: Float32Array.of(5, 0),
    parts: { contrastive: 0, crossEntropy: 8 },
    embeddings: Float32Array.of(1, 1.5),
    chance: 5,
  },
};

test('a part counts by its rows, and embeddings return to their places', () => {
  expect(joinGradients([FIRST, SECOND])).toEqual({
    loss: 3,
    gradient: Float32Array.of(2, -3),
    parts: { contrastive: 6, crossEntropy: 5 },
    embeddings: Float32Array.of(0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5),
    chance: 2,
  });
});

test('without a contrastive loss there are no embeddings; without parts there is nothing', () => {
  const plain = (part: PartResult) => ({ ...part, result: { ...part.result, embeddings: null, chance: null } });
  expect(joinGradients([FIRST, SECOND].map(plain)).embeddings).toBeNull();
  expect(() => joinGradients([])).toThrow(/one part of a batch or more was expected; found none/);
});
