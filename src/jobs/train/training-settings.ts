import { z } from 'zod';
import { emotionSchema } from '../../contract/emotion-schemas.ts';
import { ENCODERS, type EncoderName } from '../../core/training/net/encoder.ts';

/** What of a run can be set beside its scheme, by the name it has in TrainingConfig. What is left out is as by default. */
export const trainingSettingsSchema = z.strictObject({
  maxSteps: count(1, 1e6).optional(),
  encoder: z.enum(Object.keys(ENCODERS) as [EncoderName, ...EncoderName[]]).optional(),
  batchChildren: count(1, 4096).optional(),
  viewsPerChild: count(1, 64).optional(),
  adultsPerChild: count(0, 64).optional(),
  mixedChildShare: z.number().gt(0).lt(1).optional(),
  adultsShare: z.number().gt(0).lt(1).optional(),
  sampling: z.enum(['natural', 'balanced']).optional(),
  targets: z.enum(['label', 'votes']).optional(),
  contrastiveWeight: z.number().gt(0).max(1000).optional(),
  crossEntropyWeight: z.number().min(0).max(1000).optional(),
  temperature: z.number().gt(0).max(100).optional(),
  labelSmoothing: z.number().min(0).lt(1).optional(),
  learningRate: z.number().gt(0).max(10).optional(),
  schedule: z.enum(['cosine', 'step']).optional(),
  warmUpSteps: count(0, 1e6).optional(),
  weightDecay: z.number().min(0).max(10).optional(),
  l2ToStart: z.number().min(0).max(1000).optional(),
  emaDecay: z.number().min(0).lt(1).optional(),
  blurProbability: z.number().min(0).max(1).optional(),
  eraseProbability: z.number().min(0).max(1).optional(),
  headFittedOn: z.enum(['children', 'children-and-adults']).optional(),
  fineTuneEpochs: count(0, 1e4).optional(),
  fineTuneLearningRate: z.number().gt(0).max(10).optional(),
  patienceEpochs: count(1, 1e4).optional(),
  classes: z.array(emotionSchema).min(2).optional(),
});

export type TrainingSettings = z.output<typeof trainingSettingsSchema>;

/** How a setting is said on the command line. */
interface SettingOption {
  readonly flag: `--${string}`;
  readonly placeholder: string;
  readonly says: string;
}

/** In the order in which help and card name them. */
export const SETTING_OPTIONS: Readonly<Record<keyof TrainingSettings, SettingOption>> = {
  maxSteps: { flag: '--steps', placeholder: 'n', says: 'optimiser steps; in place of --epochs, or its limit' },
  encoder: { flag: '--encoder', placeholder: 'size', says: `size of the net: ${Object.keys(ENCODERS).join(', ')}` },
  batchChildren: { flag: '--batch', placeholder: 'n', says: 'images a batch, before their views' },
  viewsPerChild: { flag: '--views', placeholder: 'n', says: 'augmented views of each image' },
  adultsPerChild: { flag: '--adults', placeholder: 'n', says: 'adult images that enter as views of each child image' },
  mixedChildShare: { flag: '--mixed-child-share', placeholder: 'share', says: 'child images in a mixed batch' },
  adultsShare: { flag: '--adults-share', placeholder: 'share', says: 'steps on adults in adults-then-children' },
  sampling: { flag: '--sampling', placeholder: 'how', says: 'natural, or balanced: as many images of each emotion' },
  targets: {
    flag: '--targets',
    placeholder: 'what',
    says: "cross-entropy against the label, or the annotators' votes",
  },
  contrastiveWeight: { flag: '--contrastive-weight', placeholder: 'x', says: 'factor of the contrastive loss' },
  crossEntropyWeight: {
    flag: '--cross-entropy-weight',
    placeholder: 'x',
    says: 'factor of cross-entropy beside the contrastive loss; 0 fits the head afterwards',
  },
  temperature: { flag: '--temperature', placeholder: 'x', says: 'of the contrastive loss' },
  labelSmoothing: { flag: '--label-smoothing', placeholder: 'share', says: 'of the target, spread over all emotions' },
  learningRate: { flag: '--learning-rate', placeholder: 'x', says: 'the highest of the run' },
  schedule: { flag: '--schedule', placeholder: 'how', says: 'of the learning rate: cosine, or step' },
  warmUpSteps: { flag: '--warm-up', placeholder: 'n', says: 'steps in which the learning rate rises' },
  weightDecay: { flag: '--weight-decay', placeholder: 'x', says: 'of AdamW' },
  l2ToStart: { flag: '--l2-to-start', placeholder: 'x', says: 'pull towards the weights that fine-tuning starts from' },
  emaDecay: {
    flag: '--ema',
    placeholder: 'decay',
    says: 'of the running average of the weights; 0 keeps the last ones',
  },
  blurProbability: { flag: '--blur', placeholder: 'share', says: 'views that are out of focus' },
  eraseProbability: { flag: '--erase', placeholder: 'share', says: 'views with a grey square over them' },
  headFittedOn: { flag: '--head-fitted-on', placeholder: 'whom', says: 'children, or children-and-adults' },
  fineTuneEpochs: {
    flag: '--fine-tune-epochs',
    placeholder: 'n',
    says: 'passes that train everything after a contrastive learner and its head; 0 does without',
  },
  fineTuneLearningRate: { flag: '--fine-tune-learning-rate', placeholder: 'x', says: 'the highest of those passes' },
  patienceEpochs: { flag: '--patience', placeholder: 'n', says: 'epochs without a better val that end fine-tuning' },
  classes: { flag: '--classes', placeholder: 'names', says: 'the emotions to tell apart, with commas between them' },
};

/** The names of all settings, in their order. */
export const SETTING_NAMES = Object.keys(SETTING_OPTIONS) as (keyof TrainingSettings)[];

/**
 * A setting from what was typed.
 *
 * @throws RangeError saying what was expected.
 */
export function parseSetting(name: keyof TrainingSettings, text: string): unknown {
  const result = trainingSettingsSchema.shape[name].safeParse(typedValue(name, text));
  if (result.success && result.data !== undefined) return result.data;
  throw new RangeError(result.error?.issues[0]?.message ?? 'a value was expected');
}

function typedValue(name: keyof TrainingSettings, text: string): unknown {
  if (name === 'classes') return text.split(',').map((each) => each.trim());
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isNaN(number) ? text : number;
}

function count(from: number, to: number) {
  return z.number().int().min(from).max(to);
}
