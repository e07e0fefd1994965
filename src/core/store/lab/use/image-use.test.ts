import { expect, it } from 'vitest';
import { imageUse, isTaken, shownUseOf, type UseFacts } from './image-use.ts';

const FACTS: UseFacts = {
  state: 'face',
  hasGroup: true,
  emotion: 'fear',
  split: null,
  consent: 'none',
  isSetAside: false,
  labels: [],
};

it.each<[Partial<UseFacts>, string, string | null]>([
  [{}, 'trained', 'fear'],
  [{ split: 'test' }, 'test', 'fear'],
  [{ split: 'val' }, 'trained', 'fear'],
  [{ consent: 'covers' }, 'trained', 'fear'],
  [{ state: 'waiting' }, 'waiting', 'fear'],
  [{ state: 'waiting', emotion: null }, 'no-label', null],
  [{ state: 'no-face', labels: ['fear'] }, 'no-face', null],
  [{ state: 'broken' }, 'broken', null],
  [{ consent: 'never', labels: ['fear'] }, 'no-consent', null],
  [{ consent: 'ended' }, 'consent-ended', null],
  [{ consent: 'not-enrolled' }, 'not-enrolled', null],
  [{ consent: 'dataset-none' }, 'dataset-no-consent', null],
  [{ isSetAside: true, labels: ['fear'] }, 'set-aside', null],
  [{ emotion: null }, 'no-label', null],
  [{ emotion: null, labels: ['anger'] }, 'trained', 'anger'],
  [{ emotion: null, labels: ['anger'], hasGroup: false }, 'no-group', null],
  [{ labels: ['anger', 'anger'] }, 'trained', 'anger'],
  [{ labels: ['anger', 'fear'] }, 'disputed', null],
  [{ labels: ['anger', 'no-face'] }, 'disputed', null],
  [{ labels: ['no-face'] }, 'labelled-no-face', null],
  [{ labels: ['not-usable', 'not-usable'] }, 'labelled-not-usable', null],
])('%o is %s', (facts, name, emotion) => {
  expect(imageUse({ ...FACTS, ...facts })).toEqual({ name, emotion });
});

it('takes what may still be found, and nothing that is left out', () => {
  expect(isTaken(imageUse({ ...FACTS, state: 'waiting' }))).toBe(true);
  expect(isTaken(imageUse({ ...FACTS, labels: ['no-face'] }))).toBe(false);
});

it('hides what another person’s label decides, and never why nobody may use the image', () => {
  expect(shownUseOf(imageUse({ ...FACTS, labels: ['no-face'] }), true)).toBe('second-look');
  expect(shownUseOf(imageUse({ ...FACTS, labels: ['no-face'] }), false)).toBe('labelled-no-face');
  expect(shownUseOf(imageUse({ ...FACTS, consent: 'never', labels: ['no-face'] }), true)).toBe('no-consent');
});
