import { EMOTIONS, type Emotion } from '../emotion/emotion.ts';
import { LEARNER_FACTS, type Learner } from './learners.ts';
import { DEFAULT_ENCODER, type EncoderSpec } from './net/encoder-spec.ts';
import { REGIME_FACTS, type RegimeName } from './regimes/regime-facts.ts';
import { problemText, type Setting } from './settings/setting.ts';
import { SETTINGS, type Settings, USUAL_SETTINGS } from './settings/settings.ts';

/** A model that a run goes on from. */
export interface StartModel {
  readonly id: string;
  /** SHA-256 of its weights file, hexadecimal. */
  readonly weightsSha256: string;
}

/** What one run is set to; saved with its checkpoint, its weights and its card. */
export interface TrainingConfig extends Settings {
  readonly learner: Learner;
  readonly regime: RegimeName;
  /** The model whose weights the run starts with; null starts from random ones. */
  readonly startFrom: StartModel | null;
  /** What the model can say; images of another emotion are left out. */
  readonly classes: readonly Emotion[];
  readonly encoder: EncoderSpec;
}

/** What has to be said for a run; the rest has defaults. */
export type TrainingChoice = Pick<TrainingConfig, 'learner' | 'regime' | 'epochs' | 'seed'> & Partial<TrainingConfig>;

/**
 * The whole configuration of a run.
 *
 * @returns Frozen.
 * @throws RangeError if values are out of their ranges, or do not go together: all of them, a line each.
 */
export function trainingConfig(choice: TrainingChoice): TrainingConfig {
  const { usualViews, usualLearningRate } = LEARNER_FACTS[choice.learner];
  const { fromRandom, fromTrained } = usualLearningRate;
  const config: TrainingConfig = {
    ...USUAL_SETTINGS,
    viewsPerChild: REGIME_FACTS[choice.regime].adultsAreViews ? 1 : usualViews,
    learningRate: choice.startFrom ? fromTrained : fromRandom,
    startFrom: null,
    classes: EMOTIONS,
    encoder: DEFAULT_ENCODER,
    ...choice,
  };
  const problems: string[] = [];
  for (const [name, setting] of Object.entries<Setting<unknown>>(SETTINGS)) {
    const value = config[name as keyof Settings];
    if (!setting.isAllowed(value)) problems.push(problemText(name, setting, value));
  }
  // What is out of its range has no say in what goes with what.
  if (problems.length === 0) {
    for (const { isMet, wanted, found } of relations(config)) if (!isMet) problems.push(`${wanted}; found ${found}`);
  }
  if (problems.length > 0) throw new RangeError(problems.join('\n  '));
  return Object.freeze(config);
}

/** What the values have to be because of each other. */
interface Relation {
  readonly isMet: boolean;
  readonly wanted: string;
  readonly found: unknown;
}

function relations(config: TrainingConfig): readonly Relation[] {
  const { regime, learner, viewsPerChild, adultsPerChild, classes, encoder, size, erasePx } = config;
  const { isContrastive, views } = LEARNER_FACTS[learner];
  const { children, adultsAreViews } = REGIME_FACTS[regime];
  const viewsPerImage = viewsPerChild + (adultsAreViews ? adultsPerChild : 0);
  return [
    {
      isMet: adultsPerChild >= 1 || !adultsAreViews,
      wanted: `adultsPerChild has to be 1 or more under ${regime}`,
      found: adultsPerChild,
    },
    {
      isMet: viewsPerImage >= views.least && viewsPerImage <= views.most,
      wanted: `${learner} needs ${views.wanted}`,
      found: viewsPerImage,
    },
    {
      isMet: isContrastive || config.crossEntropyWeight === 0,
      wanted: `crossEntropyWeight has to be 0 for ${learner}: it counts beside a contrastive learner only`,
      found: config.crossEntropyWeight,
    },
    {
      isMet: isContrastive || config.fineTuneEpochs === 0,
      wanted: `fineTuneEpochs has to be 0 for ${learner}, which trains everything already`,
      found: config.fineTuneEpochs,
    },
    {
      isMet: config.valFloor === 'none' || (config.startFrom !== null && !isContrastive),
      wanted: 'valFloor has to be none unless cross-entropy starts from a model',
      found: config.valFloor,
    },
    {
      isMet: classes.length >= 2 && new Set(classes).size === classes.length,
      wanted: 'classes have to be two or more different emotions',
      found: classes.join(', '),
    },
    {
      isMet: config.adultsEmotion === 'same' || (adultsAreViews && config.targets === 'label'),
      wanted: 'adultsEmotion has to be same unless adults enter as views, and are trained by label',
      found: config.adultsEmotion,
    },
    {
      isMet: size === null || children,
      wanted: `size counts child images and has to be null for the regime ${regime}`,
      found: size,
    },
    {
      isMet: erasePx[1] <= encoder.inputPx,
      wanted: `erasePx has to be at most ${encoder.inputPx}, the side of the input`,
      found: erasePx[1],
    },
  ];
}
