import { z } from 'zod';
import { EMOTIONS, type Emotion } from '../../core/emotion/emotion.ts';
import { ENCODERS, type EncoderName } from '../../core/training/net/encoder-spec.ts';
import { oneOf, problemText, type Setting } from '../../core/training/settings/setting.ts';
import { SETTINGS, type Settings } from '../../core/training/settings/settings.ts';
import { settingSchema } from '../setting-schema.ts';

/** How a setting is given on the command line. */
interface SettingOption {
  readonly flag: `--${string}`;
  readonly placeholder: string;
}

/** The settings that can be given on the command line, in the order in which help and card name them. */
export const SETTING_OPTIONS = {
  maxSteps: { flag: '--steps', placeholder: 'n' },
  encoder: { flag: '--encoder', placeholder: 'size' },
  batchChildren: { flag: '--batch', placeholder: 'n' },
  viewsPerChild: { flag: '--views', placeholder: 'n' },
  adultsPerChild: { flag: '--adults', placeholder: 'n' },
  mixedChildShare: { flag: '--mixed-child-share', placeholder: 'share' },
  adultsShare: { flag: '--adults-share', placeholder: 'share' },
  sampling: { flag: '--sampling', placeholder: 'how' },
  targets: { flag: '--targets', placeholder: 'what' },
  contrastiveWeight: { flag: '--contrastive-weight', placeholder: 'x' },
  crossEntropyWeight: { flag: '--cross-entropy-weight', placeholder: 'x' },
  temperature: { flag: '--temperature', placeholder: 'x' },
  labelSmoothing: { flag: '--label-smoothing', placeholder: 'share' },
  learningRate: { flag: '--learning-rate', placeholder: 'x' },
  schedule: { flag: '--schedule', placeholder: 'how' },
  warmUpSteps: { flag: '--warm-up', placeholder: 'n' },
  weightDecay: { flag: '--weight-decay', placeholder: 'x' },
  l2ToStart: { flag: '--l2-to-start', placeholder: 'x' },
  emaDecay: { flag: '--ema', placeholder: 'decay' },
  blurProbability: { flag: '--blur', placeholder: 'share' },
  eraseProbability: { flag: '--erase', placeholder: 'share' },
  headFittedOn: { flag: '--head-fitted-on', placeholder: 'whom' },
  fineTuneEpochs: { flag: '--fine-tune-epochs', placeholder: 'n' },
  fineTuneLearningRate: { flag: '--fine-tune-learning-rate', placeholder: 'x' },
  patienceEpochs: { flag: '--patience', placeholder: 'n' },
  earlyStopping: { flag: '--early-stopping', placeholder: 'what' },
  valFloor: { flag: '--val-floor', placeholder: 'what' },
  classes: { flag: '--classes', placeholder: 'names' },
} as const satisfies Readonly<Record<string, SettingOption>>;

export type SettingName = keyof typeof SETTING_OPTIONS;

/** The names of all settings, in their order. */
export const SETTING_NAMES = Object.keys(SETTING_OPTIONS) as readonly SettingName[];

interface Values extends Settings {
  readonly encoder: EncoderName;
  readonly classes: readonly Emotion[];
}

const CLASSES: Setting<readonly Emotion[]> = {
  says: 'the emotions to tell apart, with commas between them',
  usual: EMOTIONS,
  wanted: `two or more different ones of ${EMOTIONS.join(', ')}`,
  json: { type: 'array', items: { enum: EMOTIONS }, minItems: 2 },
  isAllowed: (value): value is readonly Emotion[] =>
    Array.isArray(value) &&
    value.length >= 2 &&
    new Set(value).size === value.length &&
    value.every((each) => EMOTIONS.includes(each)),
};

/** All that a run can be set to beside its scheme and its images. */
export const RUN_SETTINGS: { readonly [Name in keyof Values]: Setting<Values[Name]> } = {
  ...SETTINGS,
  encoder: oneOf(Object.keys(ENCODERS) as EncoderName[], { usual: 'standard', says: 'size of the net' }),
  classes: CLASSES,
};

type Shape = { [Name in SettingName]: z.ZodOptional<z.ZodType<NonNullable<Values[Name]>>> };

/** The settings of a run beside its scheme, by their names in TrainingConfig. What is left out is as usual. */
export const trainingSettingsSchema = z.strictObject(
  Object.fromEntries(
    SETTING_NAMES.map((name): [string, unknown] => [name, settingSchema<unknown>(name, RUN_SETTINGS[name]).optional()]),
  ) as Shape,
);

export type TrainingSettings = z.output<typeof trainingSettingsSchema>;

/** What a setting does, what it may be, and what it is when left out. */
export function settingHelp(name: SettingName): string {
  const { says, wanted, usual } = RUN_SETTINGS[name];
  if (name === 'classes') return `${says}; all when left out`;
  if (usual === null) return `${says} (${wanted})`;
  return `${says} (${wanted}; ${usual === undefined ? 'by learner and regime' : String(usual)} when left out)`;
}

/**
 * A setting from what was typed.
 *
 * @throws RangeError saying what was wanted and what was found.
 */
export function parseSetting(name: keyof Values, text: string): unknown {
  const setting: Setting<unknown> = RUN_SETTINGS[name];
  const value = typedValue(name, text);
  if (value !== null && setting.isAllowed(value)) return value;
  throw new RangeError(problemText(name, setting, text.trim() === '' ? 'nothing' : text));
}

function typedValue(name: keyof Values, text: string): unknown {
  if (name === 'classes') return text.split(',').map((each) => each.trim());
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isNaN(number) ? text : number;
}
