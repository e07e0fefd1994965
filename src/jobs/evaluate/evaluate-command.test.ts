import { expect, it } from 'vitest';
import { evaluationCommand } from './evaluate-command.ts';

const PLAIN = {
  modelDir: 'models/base',
  datasetDirs: ['resources/demo-cohort'],
  split: 'all',
  classes: null,
  minImages: 0,
  labelColumn: 'emotion',
  group: null,
  adults: false,
  againstDir: null,
  withPictures: false,
} as const;

it('says what was asked for, and nothing that is so by default', () => {
  expect(evaluationCommand(PLAIN)).toBe(
    'faceward evaluate --model models/base --dataset resources/demo-cohort --split all',
  );
});

it('names folders from elsewhere without the way to them', () => {
  const job = {
    ...PLAIN,
    datasetDirs: ['../far away/our ward'],
    classes: ['happiness', 'neutral'] as const,
    minImages: 20,
    labelColumn: 'label',
    group: 'child' as const,
    adults: true,
    againstDir: '../elsewhere/other',
    withPictures: true,
  };
  expect(evaluationCommand(job)).toBe(
    "faceward evaluate --model models/base --dataset 'our ward' --split all --classes happiness,neutral " +
      '--min-images 20 --label-column label --group child --adults --against other --with-images',
  );
});
