import { expect, it } from 'vitest';
import { questionOf, type StudyDraft, suggestedSizes } from './study-question.ts';

const draft: StudyDraft = {
  name: 'a',
  datasetIds: ['d'],
  learners: ['supcon'],
  regimes: ['children'],
  sizes: '130, 40;70 40',
  repeats: '',
  budgetSteps: 200,
  encoder: 'small',
};

it('reads numbers however they are parted, once each, and an empty field as none', () => {
  expect(questionOf(draft)).toMatchObject({ sizes: [40, 70, 130], repeats: Number.NaN });
  expect(questionOf({ ...draft, sizes: '40, many' }).sizes).toEqual([40, Number.NaN]);
});

it('suggests four numbers, each twice the one before, below what will train', () => {
  expect(suggestedSizes(1000)).toBe('75, 150, 300, 600');
  expect(suggestedSizes(50)).toBe('');
});
