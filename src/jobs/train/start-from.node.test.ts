import { expect, it } from 'vitest';
import { subjectDigest } from '../../core/registry/subject-digest.node.ts';
import { exampleModel } from '../../core/registry/testing/example-model.ts';
import { placesOf, type Start, splitAfter } from './start-from.node.ts';

const [A, B, C, D, E] = ['a', 'b', 'c', 'd', 'e'].map((letter) => letter.repeat(16)) as [
  ...[string, string, string, string, string],
];

function splitOf(train: string[], val: string[], test: string[]) {
  return { ...exampleModel().config.split, subjects: { train, val, test } };
}

function startWith(train: string[], val: string[], test: string[]): Start {
  const { config, tensors } = exampleModel({ split: splitOf(train, val, test) });
  const net = { encoder: config.architecture, classes: config.classes, tensors };
  return { config, net, model: { id: 'base', weightsSha256: 'ab' } };
}

it('adds whom the model before has seen to whom this one has', () => {
  const { subjects } = splitAfter(startWith([A], [B], [E]), splitOf([C], [A], [D]));
  // A is val of this run, but the weights were trained on it
  expect(subjects).toEqual({ train: [A, C], val: [B], test: [D] });
});

it('refuses to test on whom the model before was fitted on', () => {
  const start = startWith([A], [B], []);
  expect(() => splitAfter(start, splitOf([C], [], [A]))).toThrow(/base was fitted on 1 of the subjects/);
  expect(() => splitAfter(start, splitOf([C], [], [B, A]))).toThrow(/fitted on 2 .* leave them out \(--exclude\)/);
});

it('leaves the subjects of the model before where it had them, and divides its test children anew only where no others are', () => {
  const digest = subjectDigest;
  const start = startWith([digest('a')], [digest('b')], [digest('c'), digest('d'), digest('a')]);
  const some = placesOf(start, ['a', 'c', 'x']);
  expect(some.isTestDividedAnew).toBe(false);
  expect(['a', 'b', 'c', 'x'].map(some.placeOf)).toEqual(['train', 'val', 'test', null]);
  const others = placesOf(start, ['c', 'd']);
  expect(others.isTestDividedAnew).toBe(true);
  expect(['a', 'b', 'c', 'x'].map(others.placeOf)).toEqual(['train', 'val', null, null]);
});
