import { expect, it } from 'vitest';
import { exampleModel } from '../testing/example-model.ts';
import { fittedOn, keyOf, subjectKeys } from './known-subjects.node.ts';
import { keyedBy, PLAIN_DIGESTS, PUBLISHED_DIGESTS, type SubjectKey } from './subject-digest.node.ts';

const own = keyedBy('ab'.repeat(32));
const foreign = keyedBy('ac'.repeat(32));
const keys = subjectKeys(own);

function modelOf(key: SubjectKey, train: string[], val: string[], before: SubjectKey | null = null) {
  const subjects = { train: train.map(key.digest), val: val.map(key.digest), test: [] };
  const earlier = before && { digests: before.name, train: [before.digest('earlier')], val: [], checked: true };
  const digests = key === PLAIN_DIGESTS ? {} : { digests: key.name };
  const { split } = exampleModel().config;
  return exampleModel({ split: { ...split, ...digests, subjects, ...(earlier ? { before: [earlier] } : {}) } }).config;
}

it.each([own, PLAIN_DIGESTS, PUBLISHED_DIGESTS])('knows whom a model was fitted on, each once, under %o', (key) => {
  const config = modelOf(key, ['a'], ['b', 'a']);
  expect(fittedOn(config, ['a', 'a', 'b', 'x'], keys)).toEqual({ train: ['a'], val: ['b'], unknown: false });
  expect(keyOf(config, keys)?.name).toBe(key.name);
});

it('knows whom the models before it had, under whatever key', () => {
  expect(fittedOn(modelOf(own, ['a'], [], PUBLISHED_DIGESTS), ['earlier', 'x'], keys).train).toEqual(['earlier']);
  expect(fittedOn(modelOf(own, ['a'], [], foreign), ['a', 'earlier'], keys)).toEqual({
    train: ['a'],
    val: [],
    unknown: true,
  });
});

it('says that it does not know where the key is not here', () => {
  const config = modelOf(foreign, ['a'], []);
  expect(fittedOn(config, ['a'], keys)).toEqual({ train: [], val: [], unknown: true });
  expect(keyOf(config, keys)).toBeNull();
});
