import { expect, it } from 'vitest';
import { trainingText } from './training-text.ts';

it('says nothing of a model made in one go, or before its settings were kept', () => {
  expect(trainingText({ training: { batchChildren: 32 } })).toBe('');
});

it('names the model before by its weights, and the epoch that val chose', () => {
  const text = trainingText({
    training: {
      maxSteps: 500,
      startFrom: { id: 'base', weightsSha256: 'abc123' },
      valLosses: [0.75, 0.5, 0.625].map((loss, epoch) => ({ stage: 'fine-tuning', epoch, loss })),
    },
  });
  expect(text).toBe(
    'It was given 500 steps at most. It goes on from the model `base`, whose weights have the SHA-256 `abc123`. ' +
      'Everything was then fine-tuned for 2 epochs, judged on the children of val after each; epoch 1 was kept (loss 0.500 nats, 0.750 before).',
  );
});

it('says how a head came about, and when fine-tuning made nothing better', () => {
  const valLosses = [
    { stage: 'head', epoch: 0, loss: 0.61 },
    { stage: 'fine-tuning', epoch: 0, loss: 0.61 },
    { stage: 'fine-tuning', epoch: 1, loss: 0.7 },
  ];
  const text = trainingText({ training: { valLosses } });
  expect(text).toMatch(/^Its linear head was fitted on the frozen encoder: .* 0\.610 nats\. .* none was better/);
  const joint = trainingText({ training: { crossEntropyWeight: 0.5 } });
  expect(joint).toBe('Its head was trained together with the encoder, by cross-entropy of weight 0.5.');
});
