import { EMOTIONS, type Emotion } from '../emotion/emotion.ts';
import { DEFAULT_ENCODER } from './net/encoder.ts';
import type { EncoderSpec } from './net/encoder-spec.ts';

export type Learner = 'cross-entropy' | 'simclr' | 'supcon';
export type RegimeName = 'children' | 'adults' | 'mixed' | 'adults-then-children' | 'adults-as-augmentations';

/** A model that a run goes on from. */
export interface StartModel {
  readonly id: string;
  /** SHA-256 of its weights file, hexadecimal. */
  readonly weightsSha256: string;
}

/** What one run is set to; saved with its checkpoint, its weights and its card. */
export interface TrainingConfig {
  readonly learner: Learner;
  readonly regime: RegimeName;
  /** Passes over the child images that train; over the adults' under the regime adults. */
  readonly epochs: number;
  /** Ends the run after as many optimiser steps, where the epochs would take more; null lets the epochs decide. */
  readonly maxSteps: number | null;
  /** 0 to 2^32 - 1. The same seed on the same engine gives the same weights. */
  readonly seed: number;
  /** How many child images train, drawn by the seed; null takes all. */
  readonly size: number | null;
  /** The model whose weights the run starts with; null starts from random ones. */
  readonly startFrom: StartModel | null;
  /** What the model can say; images of another emotion are left out. */
  readonly classes: readonly Emotion[];
  readonly encoder: EncoderSpec;

  // What a batch is made of
  /** Images a batch before views: child images, or images of both groups under mixed. */
  readonly batchChildren: number;
  /** Augmented views of each of them. */
  readonly viewsPerChild: number;
  /** Adult images of the same emotion that enter as further views; adults-as-augmentations only. */
  readonly adultsPerChild: number;
  /** Share of child images in a mixed batch, 0 to 1 without the ends; null takes the groups' own sizes. */
  readonly mixedChildShare: number | null;
  /** Share of the steps that adults-then-children spends on adults, 0 to 1 without the ends. */
  readonly adultsShare: number;
  /** natural: every image once an epoch. balanced: as many images of each class, rare ones more than once. */
  readonly sampling: 'natural' | 'balanced';

  // Loss
  /** What cross-entropy is taken against: the image's one label, or the distribution of its annotators' votes. */
  readonly targets: 'label' | 'votes';
  /** Factor of a contrastive learner's own loss. */
  readonly contrastiveWeight: number;
  /**
   * Factor of cross-entropy beside a contrastive loss; above 0 the head is trained jointly with the encoder, with 0 it is
   * fitted afterwards.
   */
  readonly crossEntropyWeight: number;
  /** Temperature of SupCon and SimCLR. */
  readonly temperature: number;
  /** Length of the embedding that they compare. */
  readonly projectionDims: number;
  /** Cross-entropy: probability taken from the target and spread over all classes. */
  readonly labelSmoothing: number;

  // Optimiser: AdamW
  /** The highest of the run. */
  readonly learningRate: number;
  /** cosine: half a wave down to 0. step: a tenth of it after each of `dropShares`. */
  readonly schedule: 'cosine' | 'step';
  /** Shares of the steps after which a step schedule drops, rising, 0 to 1 without the ends. */
  readonly dropShares: readonly number[];
  /** Steps of linear warm-up, at most a tenth of the run. */
  readonly warmUpSteps: number;
  /** Decoupled; spares scales, shifts and biases. */
  readonly weightDecay: number;
  /**
   * Decay towards the weights that a stage starts from, in place of `weightDecay`, where those were learned: by
   * `startFrom`, or by the stage before. 0 does without.
   */
  readonly l2ToStart: number;
  /** Largest norm of a gradient; a longer one is scaled down to it. */
  readonly clipNorm: number;
  /** Decay of the running average of the weights that the run leaves behind; 0 takes the last weights. */
  readonly emaDecay: number;

  // Views
  /** Largest shift, in pixels of the input, to either side and up or down. At most 6: the margin of a crop. */
  readonly shiftPx: number;
  readonly rotationDeg: number;
  /** Largest change of size, as a factor: 0.1 is 0.9 to 1.1. */
  readonly scale: number;
  readonly flipProbability: number;
  /** Largest change of grey level, which runs from 0 to 1. */
  readonly brightness: number;
  /** Largest change of contrast, as a factor. */
  readonly contrast: number;
  /** Largest change of the tone curve's exponent, as a power of 2. */
  readonly gamma: number;
  readonly blurProbability: number;
  /** Largest standard deviation of a blur, in pixels. */
  readonly blurPx: number;
  readonly eraseProbability: number;
  /** Side of an erased square, smallest and largest, in pixels. */
  readonly erasePx: readonly [number, number];

  // Linear head after a contrastive learner
  /** Whose images it is fitted on. */
  readonly headFittedOn: 'children' | 'children-and-adults';
  /** L2 penalties tried; the one with the least loss on the children of val is kept. */
  readonly headPenalties: readonly number[];

  // Fine-tuning: of everything after a contrastive learner, or of the model that the run starts from
  /** Passes over the child images after the head has been fitted; 0 leaves the encoder as it was pretrained. */
  readonly fineTuneEpochs: number;
  readonly fineTuneLearningRate: number;
  /** Fine-tuning ends when val has liked nothing better for as many epochs; the best weights are kept. */
  readonly patienceEpochs: number;
}

/** What has to be said for a run; the rest has defaults. */
export type TrainingChoice = Pick<TrainingConfig, 'learner' | 'regime' | 'epochs' | 'seed'> & Partial<TrainingConfig>;

/**
 * The whole configuration of a run.
 *
 * @returns Frozen.
 * @throws RangeError if a value is out of its range, or the values do not go together.
 */
export function trainingConfig(choice: TrainingChoice): TrainingConfig {
  const isContrastive = choice.learner !== 'cross-entropy';
  const fineTunes = !isContrastive && Boolean(choice.startFrom);
  const hasAdultViews = choice.regime === 'adults-as-augmentations';
  const config: TrainingConfig = {
    maxSteps: null,
    size: null,
    startFrom: null,
    classes: EMOTIONS,
    encoder: DEFAULT_ENCODER,
    batchChildren: 32,
    viewsPerChild: isContrastive && !hasAdultViews ? 2 : 1,
    adultsPerChild: 1,
    mixedChildShare: null,
    adultsShare: 0.5,
    sampling: 'natural',
    targets: 'label',
    contrastiveWeight: 1,
    crossEntropyWeight: 0,
    temperature: 0.1,
    projectionDims: 64,
    labelSmoothing: 0.1,
    learningRate: isContrastive ? 4e-3 : fineTunes ? 3e-4 : 2e-3,
    schedule: 'cosine',
    dropShares: [0.6, 0.85],
    warmUpSteps: 50,
    weightDecay: 0.02,
    l2ToStart: 0,
    clipNorm: 5,
    emaDecay: 0.995,
    shiftPx: 4,
    rotationDeg: 15,
    scale: 0.1,
    flipProbability: 0.5,
    brightness: 0.15,
    contrast: 0.25,
    gamma: 0.5,
    blurProbability: 0,
    blurPx: 1.2,
    eraseProbability: 0.25,
    erasePx: [8, 16],
    headFittedOn: 'children',
    headPenalties: [1e-4, 1e-3, 1e-2, 1e-1],
    fineTuneEpochs: 0,
    fineTuneLearningRate: 3e-4,
    patienceEpochs: 5,
    ...choice,
  };
  for (const { isMet, wanted, found } of requirements(config)) {
    if (!isMet) throw new RangeError(`${wanted}; found ${found}`);
  }
  return Object.freeze(config);
}

interface Requirement {
  readonly isMet: boolean;
  readonly wanted: string;
  readonly found: unknown;
}

function requirements(config: TrainingConfig): readonly Requirement[] {
  const { regime, learner, viewsPerChild, adultsPerChild, mixedChildShare, classes, shiftPx, encoder, size } = config;
  const rowsPerImage = viewsPerChild + (regime === 'adults-as-augmentations' ? adultsPerChild : 0);
  return [
    atLeast('epochs', config.epochs, 1),
    atLeast('seed', config.seed, 0),
    atLeast('batchChildren', config.batchChildren, 1),
    atLeast('viewsPerChild', viewsPerChild, 1),
    atLeast('adultsPerChild', adultsPerChild, regime === 'adults-as-augmentations' ? 1 : 0),
    { isMet: config.seed <= 0xffffffff, wanted: 'seed has to be at most 4294967295', found: config.seed },
    {
      isMet: size === null || (Number.isInteger(size) && size > 0),
      wanted: 'size has to be null or 1 or more',
      found: size,
    },
    {
      isMet: config.maxSteps === null || (Number.isInteger(config.maxSteps) && config.maxSteps > 0),
      wanted: 'maxSteps has to be null or 1 or more',
      found: config.maxSteps,
    },
    {
      isMet: config.contrastiveWeight > 0,
      wanted: 'contrastiveWeight has to be above 0',
      found: config.contrastiveWeight,
    },
    {
      isMet: config.crossEntropyWeight >= 0 && (learner !== 'cross-entropy' || config.crossEntropyWeight === 0),
      wanted: 'crossEntropyWeight has to be 0 or more, and 0 where cross-entropy is the learner itself',
      found: config.crossEntropyWeight,
    },
    {
      isMet: classes.length >= 2 && new Set(classes).size === classes.length,
      wanted: 'two or more different classes',
      found: classes.join(', '),
    },
    // The positive of every anchor is in the batch by construction: another view of its image, or an adult of its emotion.
    {
      isMet: learner !== 'supcon' || rowsPerImage >= 2,
      wanted: 'supcon needs two views of an image or more',
      found: rowsPerImage,
    },
    {
      isMet: learner !== 'simclr' || rowsPerImage === 2,
      wanted: 'simclr needs exactly two views of an image, under adults-as-augmentations one of each',
      found: rowsPerImage,
    },
    {
      isMet: learner !== 'simclr' || regime !== 'adults-as-augmentations' || adultsPerChild === 1,
      wanted: 'simclr needs one adult for each child under adults-as-augmentations',
      found: adultsPerChild,
    },
    {
      isMet: size === null || regime !== 'adults',
      wanted: 'size counts child images and has to be null for the regime adults',
      found: size,
    },
    between('adultsShare', config.adultsShare),
    ...config.dropShares.map((share) => between('each of dropShares', share)),
    atLeast('fineTuneEpochs', config.fineTuneEpochs, 0),
    atLeast('patienceEpochs', config.patienceEpochs, 1),
    {
      isMet: config.fineTuneEpochs === 0 || learner !== 'cross-entropy',
      wanted: 'fineTuneEpochs has to be 0 for cross-entropy, which trains everything already',
      found: config.fineTuneEpochs,
    },
    {
      isMet: config.fineTuneLearningRate > 0,
      wanted: 'fineTuneLearningRate has to be above 0',
      found: config.fineTuneLearningRate,
    },
    { isMet: config.l2ToStart >= 0, wanted: 'l2ToStart has to be 0 or more', found: config.l2ToStart },
    { isMet: config.blurPx > 0, wanted: 'blurPx has to be above 0', found: config.blurPx },
    ...(mixedChildShare === null ? [] : [between('mixedChildShare', mixedChildShare)]),
    { isMet: config.temperature > 0, wanted: 'temperature has to be above 0', found: config.temperature },
    { isMet: config.learningRate > 0, wanted: 'learningRate has to be above 0', found: config.learningRate },
    { isMet: config.clipNorm > 0, wanted: 'clipNorm has to be above 0', found: config.clipNorm },
    {
      isMet: config.emaDecay >= 0 && config.emaDecay < 1,
      wanted: 'emaDecay has to be 0 or more and below 1',
      found: config.emaDecay,
    },
    {
      isMet: config.labelSmoothing >= 0 && config.labelSmoothing < 1,
      wanted: 'labelSmoothing has to be 0 or more and below 1',
      found: config.labelSmoothing,
    },
    { isMet: shiftPx >= 0 && shiftPx <= 6, wanted: 'shiftPx has to be 0 to 6, the margin of a crop', found: shiftPx },
    {
      isMet: config.erasePx[0] >= 1 && config.erasePx[0] <= config.erasePx[1] && config.erasePx[1] <= encoder.inputPx,
      wanted: `erasePx has to be two rising sides, 1 to ${encoder.inputPx}`,
      found: config.erasePx.join(' to '),
    },
    {
      isMet: config.headPenalties.length > 0 && config.headPenalties.every((each) => each > 0),
      wanted: 'headPenalties have to be one or more numbers above 0',
      found: config.headPenalties.join(', '),
    },
  ];
}

function between(name: string, found: number): Requirement {
  return { isMet: found > 0 && found < 1, wanted: `${name} has to be between 0 and 1`, found };
}

function atLeast(name: string, found: number, least: number): Requirement {
  return {
    isMet: Number.isInteger(found) && found >= least,
    wanted: `${name} has to be a whole number, ${least} or more`,
    found,
  };
}
