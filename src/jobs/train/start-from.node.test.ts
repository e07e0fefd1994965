import { expect, it } from 'vitest';
import { subjectKeys } from '../../core/registry/subjects/known-subjects.node.ts';
import {
  keyedBy,
  PLAIN_DIGESTS,
  PUBLISHED_DIGESTS,
  type SubjectKey,
} from '../../core/registry/subjects/subject-digest.node.ts';
import { exampleModel } from '../../core/registry/testing/example-model.ts';
import { placesOf, type Start, splitAfter } from './start-from.node.ts';

const own = keyedBy('ab'.repeat(32));
const foreign = keyedBy('ac'.repeat(32));
const keys = subjectKeys(own);

function splitOf(key: SubjectKey, train: string[], val: string[], test: string[]) {
  const digests = (subjects: string[]) => subjects.map(key.digest).sort();
  const subjects = { train: digests(train), val: digests(val), test: digests(test) };
  return { ...exampleModel().config.split, digests: key.name, subjects };
}

function startWith(key: SubjectKey, train: string[], val: string[], test: string[]): Start {
  const { config, tensors } = exampleModel({ split: splitOf(key, train, val, test) });
  const net = { encoder: config.architecture, classes: config.classes, tensors };
  return { config, net, model: { id: 'base', weightsSha256: 'ab' } };
}

const after = (start: Start, train: string[], val: string[], test: string[]) =>
  splitAfter(start, { split: splitOf(own, train, val, test), test: { subject: test }, keys });

it.each([
  own,
  PLAIN_DIGESTS,
])('adds whom the model before has seen to whom this one has, under its own key: %o', (key) => {
  // A is val of this run, but the weights were trained on it
  const split = after(startWith(key, ['A'], ['B'], ['E']), ['C'], ['A'], ['D']);
  expect(split).toEqual(splitOf(own, ['A', 'C'], ['B'], ['D']));
});

it('keeps apart whom the model before remembers under another key, and says whether that was here', () => {
  const shipped = startWith(PUBLISHED_DIGESTS, ['A'], ['B'], []);
  const first = after(shipped, ['C'], [], ['D']);
  const { train, val } = shipped.config.split.subjects;
  const known = { digests: PUBLISHED_DIGESTS.name, train, val, checked: true };
  expect(first).toEqual({ ...splitOf(own, ['C'], [], ['D']), before: [known] });

  const next = { ...shipped, config: exampleModel({ split: first }).config };
  expect(after(next, ['E'], [], ['D']), 'handed on').toMatchObject({ before: [known] });
  expect(after(startWith(foreign, ['A'], [], []), ['C'], [], ['A'])).toMatchObject({
    before: [{ digests: foreign.name, checked: false }],
  });
});

it.each([
  own,
  PLAIN_DIGESTS,
  PUBLISHED_DIGESTS,
])('refuses to test on whom the model before was fitted on: %o', (key) => {
  const start = startWith(key, ['A'], ['B'], []);
  expect(() => after(start, ['C'], [], ['A'])).toThrow(/base was fitted on 1 of the subjects/);
  expect(() => after(start, ['C'], [], ['B', 'A'])).toThrow(/fitted on 2 .* leave them out \(--exclude\)/);
});

it('leaves the subjects of the model before where it had them, and divides its test children anew only where no others are', () => {
  const start = startWith(own, ['a'], ['b'], ['c', 'd', 'a']);
  const some = placesOf(start, keys, ['a', 'c', 'x']);
  expect(some.isTestDividedAnew).toBe(false);
  expect(['a', 'b', 'c', 'x'].map(some.placeOf)).toEqual(['train', 'val', 'test', null]);
  const others = placesOf(start, keys, ['c', 'd']);
  expect(others.isTestDividedAnew).toBe(true);
  expect(['a', 'b', 'c', 'x'].map(others.placeOf)).toEqual(['train', 'val', null, null]);
});
