import { expect, it } from 'vitest';
import { METHODS } from '../../../../contract/contract.ts';
import { isSetting, type NewRunValues, newRunInput } from './new-run-input.ts';

const VALUES: NewRunValues = {
  name: 'Night shift',
  datasetIds: ['d'],
  from: 'model-in-use',
  length: 'until',
  epochs: 20,
  learner: null,
  regime: 'adults-as-augmentations',
  seed: 1,
  size: '',
  engine: null,
  settings: {},
};

const parsed = (values: Partial<NewRunValues>) =>
  METHODS['runs.start'].input.parse(newRunInput({ ...VALUES, ...values }));

it('asks for what suits the start and the time', () => {
  expect(parsed({})).toMatchObject({ learner: 'cross-entropy', minutes: null, settings: { earlyStopping: 'always' } });
  const anew = parsed({ from: 'nothing', length: 'ten' });
  expect(anew).toMatchObject({ learner: 'supcon', minutes: 10, size: null });
  expect(anew.settings).toEqual({ contrastiveWeight: 0.5, crossEntropyWeight: 1 });
  expect(parsed({ from: 'nothing', learner: 'simclr', length: 'byEpochs', epochs: '3' })).toMatchObject({
    learner: 'simclr',
    epochs: 3,
    settings: {},
  });
});

it('reads settings as they are typed, with the comma of the reader', () => {
  const settings = {
    learningRate: '0,001',
    maxSteps: ' 40 ',
    sampling: 'balanced',
    classes: 'anger, fear',
    blurProbability: '',
  };
  const { earlyStopping, ...typed } = parsed({ settings }).settings;
  expect(earlyStopping).toBe('always');
  expect(typed).toEqual({ learningRate: 0.001, maxSteps: 40, sampling: 'balanced', classes: ['anger', 'fear'] });
  expect(isSetting('learningRate', '0,001')).toBe(true);
  expect(isSetting('learningRate', 'fast')).toBe(false);
  const wrong = METHODS['runs.start'].input.safeParse(newRunInput({ ...VALUES, settings: { learningRate: 'fast' } }));
  expect(wrong.error?.issues[0]?.path).toEqual(['settings', 'learningRate']);
});
