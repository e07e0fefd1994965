import type { Input } from '../../../../contract/contract.ts';
import type { Learner, Regime } from '../../../../contract/training.ts';
import { parseSetting, type SettingName } from '../../../../contract/training-settings/training-settings.ts';
import { numberIn } from '../../../ui/form/number-in.ts';

/** How long a run may take, as people choose it. */
export const LENGTHS = ['ten', 'hour', 'until', 'byEpochs'] as const;
export type Length = (typeof LENGTHS)[number];

/** The fields of the form. */
export interface NewRunValues {
  readonly name: string;
  readonly datasetIds: string[];
  readonly from: 'model-in-use' | 'nothing';
  readonly length: Length;
  readonly epochs: number | string;
  /** Null is what suits the start. */
  readonly learner: Learner | null;
  readonly regime: Regime;
  readonly seed: number | string;
  readonly size: number | string;
  readonly engine: Input<'runs.start'>['engine'] | null;
  /** As typed; what is empty is as usual. */
  readonly settings: Readonly<Partial<Record<SettingName, string>>>;
}

/** More than time allows: the minutes, or val, end the run. */
const MOST_EPOCHS = 1000;
/** The learning rate falls over so many; val ends the run where it stops improving before. */
const EPOCHS_UNTIL = 60;
const MINUTES = { ten: 10, hour: 60, until: null, byEpochs: null } as const;

/** The learner that suits the start: fine-tuning, or the way the model that ships was made. */
export function learnerFor({ learner, from }: Pick<NewRunValues, 'learner' | 'from'>): Learner {
  return learner ?? (from === 'model-in-use' ? 'cross-entropy' : 'supcon');
}

/** What the service is asked, from the fields. */
export function newRunInput(values: NewRunValues) {
  const { length, epochs, seed, size, from, name, datasetIds, regime, engine } = values;
  return {
    name,
    datasetIds,
    from,
    regime,
    learner: learnerFor(values),
    minutes: MINUTES[length],
    epochs: length === 'byEpochs' ? numberIn(epochs) : length === 'until' ? EPOCHS_UNTIL : MOST_EPOCHS,
    seed: numberIn(seed),
    size: size === '' ? null : numberIn(size),
    engine: engine ?? null,
    settings: settingsOf(values),
  };
}

function settingsOf({ length, learner, from, settings }: NewRunValues) {
  const suited = learner === null && from === 'nothing' ? { contrastiveWeight: 0.5, crossEntropyWeight: 1 } : {};
  const typed = Object.entries(settings).flatMap(([name, text]) =>
    text.trim() === '' ? [] : [[name, parsed(name as SettingName, text)]],
  );
  return { ...suited, ...(length === 'until' ? { earlyStopping: 'always' } : {}), ...Object.fromEntries(typed) };
}

/** What is no value of the setting goes as it was typed: the service names it when it refuses it. */
function parsed(name: SettingName, text: string): unknown {
  return isSetting(name, text) ? parseSetting(name, withPoint(text)) : text;
}

/** Whether what was typed is a value of the setting. */
export function isSetting(name: SettingName, text: string): boolean {
  try {
    parseSetting(name, withPoint(text));
    return true;
  } catch {
    return false;
  }
}

/** A number may be typed with the comma of the reader's language. */
function withPoint(text: string): string {
  return /^\s*\d+,\d+\s*$/.test(text) ? text.replace(',', '.') : text;
}
