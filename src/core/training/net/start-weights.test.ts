import { expect, test } from 'vitest';
import type { Emotion } from '../../emotion/emotion.ts';
import type { EncoderSpec } from './encoder-spec.ts';
import { startWeights } from './start-weights.ts';

const ENCODER: EncoderSpec = { kind: 'resnet', inputPx: 48, stageChannels: [4] };
const START = {
  encoder: ENCODER,
  classes: ['anger', 'fear', 'neutral'] as Emotion[],
  tensors: {
    'stem.weight': { shape: [1], data: Float32Array.of(7) },
    'stem.norm.mean': { shape: [1], data: Float32Array.of(8) },
    'head.weight': { shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6) },
    'head.bias': { shape: [3], data: Float32Array.of(10, 20, 30) },
  },
};

function fresh(classes: number) {
  return {
    'stem.weight': { shape: [1], data: Float32Array.of(0.5) },
    'projector.out.weight': { shape: [1], data: Float32Array.of(0.25) },
    'head.weight': { shape: [2, classes], data: new Float32Array(2 * classes) },
    'head.bias': { shape: [classes], data: new Float32Array(classes) },
  };
}

test('what the net has is taken, the rest stays fresh, and statistics are no weights', () => {
  const found = startWeights(fresh(3), START, { encoder: ENCODER, classes: START.classes });
  expect(found).toEqual({
    ...fresh(3),
    'stem.weight': START.tensors['stem.weight'],
    'head.weight': START.tensors['head.weight'],
    'head.bias': START.tensors['head.bias'],
  });
});

test('a head is taken by its emotions; one that it does not know starts at 0', () => {
  const found = startWeights(fresh(3), START, { encoder: ENCODER, classes: ['neutral', 'happiness', 'anger'] });
  expect([...found['head.weight']!.data]).toEqual([3, 0, 1, 6, 0, 4]);
  expect(found['head.bias']).toEqual({ shape: [3], data: Float32Array.of(30, 0, 10) });
});

test('another encoder, or no common emotion, is refused', () => {
  const other = { ...ENCODER, stageChannels: [8] };
  expect(() => startWeights(fresh(3), START, { encoder: other, classes: START.classes })).toThrow(
    /"stageChannels":\[4\]}; found .*"stageChannels":\[8\]/,
  );
  expect(() => startWeights(fresh(2), START, { encoder: ENCODER, classes: ['happiness', 'sadness'] })).toThrow(
    /found happiness, sadness/,
  );
});
