import { z } from 'zod';
import type { ModelConfig } from './model-config.ts';

/** The settings of a run that the card puts into words; a model made before they were kept has none of them. */
const toldSchema = z.object({
  maxSteps: z.number().nullable().default(null),
  startFrom: z.object({ id: z.string(), weightsSha256: z.string() }).nullable().default(null),
  /** Above 0 beside a contrastive learner only. */
  crossEntropyWeight: z.number().default(0),
  valLosses: z.array(z.object({ stage: z.string(), epoch: z.number(), loss: z.number() })).default([]),
});

/**
 * From which weights a model was made, how its head came about, and what val said of each choice.
 *
 * @returns Sentences; none for a model made in one go.
 */
export function trainingText({ training }: Pick<ModelConfig, 'training'>): string {
  const { maxSteps, startFrom, crossEntropyWeight, valLosses } = toldSchema.parse(training);
  const head = valLosses.find(({ stage }) => stage === 'head');
  const judged = valLosses.filter(({ stage }) => stage !== 'head');
  const sentences = [
    ...(maxSteps === null ? [] : [`It was given ${maxSteps} steps at most.`]),
    ...(startFrom
      ? [
          `It goes on from the model \`${startFrom.id}\`, whose weights have the SHA-256 \`${startFrom.weightsSha256}\`.`,
        ]
      : []),
    ...(crossEntropyWeight > 0
      ? [`Its head was trained together with the encoder, by cross-entropy of weight ${crossEntropyWeight}.`]
      : []),
    ...(head
      ? [`Its linear head was fitted on the frozen encoder: loss on the children of val ${head.loss.toFixed(3)} nats.`]
      : []),
    ...(judged.length > 0 ? [fineTuningText(judged)] : []),
  ];
  return sentences.join(' ');
}

function fineTuningText(judged: readonly { readonly epoch: number; readonly loss: number }[]): string {
  const [first] = judged;
  const best = judged.reduce((a, b) => (b.loss < a.loss ? b : a));
  const epochs = judged.at(-1)!.epoch;
  const asked = `Everything was then fine-tuned for ${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}, judged on the children of val after each`;
  return best.epoch === 0
    ? `${asked}; none was better than the start (${first!.loss.toFixed(3)} nats), which was kept.`
    : `${asked}; epoch ${best.epoch} was kept (loss ${best.loss.toFixed(3)} nats, ${first!.loss.toFixed(3)} before).`;
}
