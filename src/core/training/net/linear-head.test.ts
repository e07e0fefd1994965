import { expect, test } from 'vitest';
import { randomAt } from '../views/random.ts';
import { fitLinearHead, type LabelledFeatures } from './linear-head.ts';

/** Three classes around three centres, on features of very different sizes. */
function draw(count: number, seed: number): LabelledFeatures {
  const random = randomAt(seed);
  const centres = [
    [1, 0, 0.002],
    [-1, 90, 0],
    [0, -90, -0.002],
  ];
  const classes = Int32Array.from({ length: count }, () => random.integer(3));
  const noise = [0.8, 60, 0.002];
  const features = Float32Array.from(
    Array.from(classes, (k) => centres[k]!.map((value, j) => 5 + value + noise[j]! * random.normal())).flat(),
  );
  return { features, classes };
}

function logits({ features }: LabelledFeatures, head: ReturnType<typeof fitLinearHead>): number[][] {
  const weight = head.tensors['head.weight']!.data;
  const bias = head.tensors['head.bias']!.data;
  return Array.from({ length: features.length / 3 }, (_, row) =>
    [0, 1, 2].map((k) => bias[k]! + [0, 1, 2].reduce((sum, j) => sum + features[row * 3 + j]! * weight[j * 3 + k]!, 0)),
  );
}

test('at the optimum the probabilities add up to the class counts, and no bias can do better', () => {
  const data = draw(400, 1);
  const head = fitLinearHead(data, draw(100, 2), { classes: 3, penalties: [1e-4] });
  const sums = [0, 0, 0];
  for (const row of logits(data, head)) {
    const total = row.reduce((sum, each) => sum + Math.exp(each), 0);
    for (const [k, each] of row.entries()) sums[k]! += Math.exp(each) / total / 400;
  }
  for (const k of [0, 1, 2]) expect(sums[k]).toBeCloseTo(data.classes.filter((each) => each === k).length / 400, 2);
});

test('reads new rows well above chance, and its loss on val is that of the tensors it returns', () => {
  const val = draw(300, 3);
  const head = fitLinearHead(draw(400, 1), val, { classes: 3, penalties: [1e-3] });
  let right = 0;
  let loss = 0;
  for (const [i, row] of logits(val, head).entries()) {
    const label = val.classes[i]!;
    if (row[label] === Math.max(...row)) right += 1;
    loss -= (row[label]! - Math.log(row.reduce((sum, each) => sum + Math.exp(each), 0))) / 300;
  }
  expect(right / 300).toBeGreaterThan(0.8);
  expect(loss).toBeCloseTo(head.valLoss, 3);
});

test('keeps the penalty with the least loss on val', () => {
  const options = { classes: 3, penalties: [1e-3, 100] };
  const val = draw(300, 3);
  const head = fitLinearHead(draw(400, 1), val, options);
  expect(head.penalty).toBe(1e-3);
  const heavy = fitLinearHead(draw(400, 1), val, { ...options, penalties: [100] });
  expect(heavy.valLoss).toBeGreaterThan(head.valLoss);
});

test('needs images to fit on and images to choose on', () => {
  const none = { features: new Float32Array(0), classes: new Int32Array(0) };
  expect(() => fitLinearHead(draw(4, 1), none, { classes: 3, penalties: [1] })).toThrow(/found 4 and 0/);
});
