import { numbers, oneOf, orNull, realNumber, risingPair, type Setting, wholeNumber } from './setting.ts';

/**
 * The settings of a run beside its scheme, its emotions, its net and where it starts from: what each may be, what it is
 * when nothing is said, and what it does. The trainer, the jobs, the contract and the command line read them here.
 */
export const SETTINGS = {
  epochs: wholeNumber({
    from: 1,
    to: 1e6,
    usual: 20,
    says: "passes over the child images that train; over the adults' under the regime adults",
  }),
  maxSteps: orNull(wholeNumber({ from: 1, to: 1e6, says: 'optimiser steps, in place of epochs or as their limit' })),
  epochSteps: orNull(
    wholeNumber({
      from: 1,
      to: 1e6,
      says: 'steps of an epoch, all with batches of exactly the size asked for; as many as a pass takes when left out',
    }),
  ),
  size: orNull(wholeNumber({ from: 1, to: 1e7, says: 'how many child images train, drawn by the seed' })),

  // What a batch is made of
  batchChildren: wholeNumber({
    from: 1,
    to: 4096,
    usual: 32,
    says: 'images a batch before their views: child images, or images of both groups under mixed',
  }),
  viewsPerChild: wholeNumber({ from: 1, to: 64, says: 'augmented views of each image' }),
  adultsPerChild: wholeNumber({
    from: 0,
    to: 64,
    usual: 1,
    says: 'adult images of the same emotion that enter as further views; adults-as-augmentations only',
  }),
  adultsEmotion: oneOf(['same', 'any'], {
    usual: 'same',
    says: "which adults enter as views of a child's image; any: whatever they show, as if it were the child's emotion",
  }),
  mixedChildShare: orNull(
    realNumber({
      above: 0,
      below: 1,
      says: "share of child images in a mixed batch; the groups' own sizes when left out",
    }),
  ),
  adultsShare: realNumber({
    above: 0,
    below: 1,
    usual: 0.5,
    says: 'share of the steps that adults-then-children spends on adults',
  }),
  sampling: oneOf(['natural', 'balanced'], {
    usual: 'natural',
    says: 'natural: every image once an epoch; balanced: as many images of each emotion, rare ones more than once',
  }),

  // Loss
  targets: oneOf(['label', 'votes'], {
    usual: 'label',
    says: "what cross-entropy is taken against: the image's one label, or the distribution of its annotators' votes",
  }),
  contrastiveWeight: realNumber({ above: 0, to: 1000, usual: 1, says: "factor of a contrastive learner's own loss" }),
  crossEntropyWeight: realNumber({
    from: 0,
    to: 1000,
    usual: 0,
    says: 'factor of cross-entropy beside the contrastive loss; 0 fits the head afterwards',
  }),
  temperature: realNumber({ above: 0, to: 100, usual: 0.1, says: 'of the contrastive loss' }),
  projectionDims: wholeNumber({ from: 2, to: 4096, usual: 64, says: 'length of the embedding that is compared' }),
  labelSmoothing: realNumber({
    from: 0,
    below: 1,
    usual: 0.1,
    says: 'probability taken from the target of cross-entropy and spread over all emotions',
  }),

  // Optimiser: AdamW
  learningRate: realNumber({ above: 0, to: 10, says: 'the highest of the run' }),
  schedule: oneOf(['cosine', 'step'], {
    usual: 'cosine',
    says: 'of the learning rate; cosine: half a wave down to 0; step: a tenth of it at 0.6 and 0.85 of the steps',
  }),
  /** Shares of the steps after which a step schedule drops, rising. */
  dropShares: numbers({ above: 0, below: 1, least: 0, usual: [0.6, 0.85], says: 'where a step schedule drops' }),
  warmUpSteps: wholeNumber({
    from: 0,
    to: 1e6,
    usual: 50,
    says: 'steps in which the learning rate rises, at most a tenth of the run',
  }),
  weightDecay: realNumber({
    from: 0,
    to: 10,
    usual: 0.02,
    says: 'decoupled, of AdamW; spares scales, shifts and biases',
  }),
  /** Replaces `weightDecay` in a stage that starts from learned weights: `startFrom`'s, or those of the stage before. */
  l2ToStart: realNumber({ from: 0, to: 1000, usual: 0, says: 'pull towards the weights that fine-tuning starts from' }),
  clipNorm: realNumber({
    above: 0,
    to: 1e6,
    usual: 5,
    says: 'largest norm of a gradient; a longer one is scaled down to it',
  }),
  emaDecay: realNumber({
    from: 0,
    below: 1,
    usual: 0.995,
    says: 'of the running average of the weights that the run leaves behind; 0 keeps the last ones',
  }),

  // Views
  shiftPx: realNumber({
    from: 0,
    to: 6,
    usual: 4,
    says: 'largest shift, in pixels of the input, to either side and up or down; 6 is the margin of a crop',
  }),
  rotationDeg: realNumber({ from: 0, to: 180, usual: 15, says: 'largest rotation to either side' }),
  scale: realNumber({ from: 0, below: 1, usual: 0.1, says: 'largest change of size, as a factor: 0.1 is 0.9 to 1.1' }),
  flipProbability: realNumber({ from: 0, to: 1, usual: 0.5, says: 'views that are mirrored' }),
  brightness: realNumber({
    from: 0,
    to: 1,
    usual: 0.15,
    says: 'largest change of grey level, which runs from 0 to 1',
  }),
  contrast: realNumber({ from: 0, below: 1, usual: 0.25, says: 'largest change of contrast, as a factor' }),
  gamma: realNumber({
    from: 0,
    to: 4,
    usual: 0.5,
    says: "largest change of the tone curve's exponent, as a power of 2",
  }),
  blurProbability: realNumber({ from: 0, to: 1, usual: 0, says: 'views that are out of focus' }),
  blurPx: realNumber({ above: 0, to: 16, usual: 1.2, says: 'largest standard deviation of a blur, in pixels' }),
  eraseProbability: realNumber({ from: 0, to: 1, usual: 0.25, says: 'views with a grey square over them' }),
  erasePx: risingPair({
    from: 1,
    to: 60,
    usual: [8, 16],
    says: 'side of that square, smallest and largest, in pixels',
  }),

  // What the finished net reads with
  statisticsFrom: oneOf(['children', 'both'], {
    usual: 'children',
    says: "whose images the batch-norm statistics are measured on; both: children and adults as the run's batches have them",
  }),

  // Linear head after a contrastive learner
  headFittedOn: oneOf(['children', 'children-and-adults'], {
    usual: 'children',
    says: 'whose images the head of a contrastive learner is fitted on',
  }),
  headRows: orNull(
    wholeNumber({
      from: 2,
      to: 1e6,
      says: "views that the head is fitted on, drawn as the run's batches are; the images as they are when left out",
    }),
  ),
  headPenalties: numbers({
    above: 0,
    to: 1e6,
    least: 1,
    usual: [1e-4, 1e-3, 1e-2, 1e-1],
    says: 'L2 penalties tried for that head; the one with the least loss on the children of val is kept',
  }),

  // Fine-tuning: of everything after a contrastive learner, or of the model that the run starts from
  fineTuneEpochs: wholeNumber({
    from: 0,
    to: 1e4,
    usual: 0,
    says: 'passes that train everything after a contrastive learner and its head; 0 leaves the encoder as pretrained',
  }),
  fineTuneLearningRate: realNumber({ above: 0, to: 10, usual: 3e-4, says: 'the highest of those passes' }),
  patienceEpochs: wholeNumber({
    from: 1,
    to: 1e4,
    usual: 5,
    says: 'epochs without a better val that end a part which stops early; the best weights are kept',
  }),
  leastSteps: wholeNumber({
    from: 0,
    to: 1e6,
    usual: 0,
    says: 'steps of a part that stops early before which it does not',
  }),
  earlyStopping: oneOf(['fine-tuning', 'always'], {
    usual: 'fine-tuning',
    says: 'what ends when val likes nothing better: fine-tuning only, or the last part of any run',
  }),
  valFloor: oneOf(['none', 'start'], {
    usual: 'none',
    says: 'start: only weights that read val no worse than the model started from are kept, and without any the run ends without a model',
  }),

  // Chance
  seed: wholeNumber({
    from: 0,
    to: 0xffffffff,
    usual: 1,
    says: 'of weights, batches and views: the same seed on the same engine gives the same weights',
  }),
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

type Name = keyof typeof SETTINGS;
type ValueOf<S> = S extends Setting<infer Value> ? Value : never;

/** A value of each. */
export type Settings = { readonly [N in Name]: ValueOf<(typeof SETTINGS)[N]> };

/** What they are when nothing is said. The two that are left out depend on learner and regime. */
export const USUAL_SETTINGS = Object.freeze(
  Object.fromEntries(
    Object.entries(SETTINGS).flatMap(([name, { usual }]) => (usual === undefined ? [] : [[name, usual]])),
  ),
) as Omit<Settings, 'viewsPerChild' | 'learningRate'>;
