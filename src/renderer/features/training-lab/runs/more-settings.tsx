import { Accordion, NumberInput, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { LEARNERS, REGIMES } from '../../../../contract/training.ts';
import {
  RUN_SETTINGS,
  SETTING_NAMES,
  type SettingName,
} from '../../../../contract/training-settings/training-settings.ts';
import type { Setting } from '../../../../core/training/settings/setting.ts';
import { useFormat } from '../../../ui/format.ts';
import { EngineField } from './engine/engine-field.tsx';
import { isSetting, learnerFor, type NewRunValues } from './new-run-input.ts';

/** Every other option of a training, folded away; what was typed is checked as it is typed. */
export function MoreSettings({ form }: { readonly form: UseFormReturnType<NewRunValues> }) {
  const { t } = useTranslation('training');
  const { t: words } = useTranslation('trainingSettings');
  const learner = learnerFor(form.values);
  return (
    <Accordion variant="contained">
      <Accordion.Item value="more">
        <Accordion.Control>{words(($) => $.title)}</Accordion.Control>
        <Accordion.Panel>
          <Text size="sm" c="dimmed" mb="sm">
            {words(($) => $.intro)}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={t(($) => $.newRun.learner)}
              description={t(($) => $.learnerHelp[learner])}
              placeholder={t(($) => $.newRun.bySuit)}
              clearable
              data={LEARNERS.map((value) => ({ value, label: t(($) => $.learner[value]) }))}
              {...form.getInputProps('learner')}
            />
            <Select
              label={t(($) => $.newRun.regime)}
              description={t(($) => $.regimeHelp[form.values.regime])}
              allowDeselect={false}
              data={REGIMES.map((value) => ({ value, label: t(($) => $.regime[value]) }))}
              {...form.getInputProps('regime')}
            />
            <NumberInput
              label={t(($) => $.newRun.seed)}
              description={t(($) => $.newRun.seedHelp)}
              required
              {...form.getInputProps('seed')}
            />
            <NumberInput
              label={t(($) => $.newRun.size)}
              description={t(($) => $.newRun.sizeHelp)}
              {...form.getInputProps('size')}
            />
            <EngineField value={form.values.engine} onChange={(engine) => form.setFieldValue('engine', engine)} />
            {SETTING_NAMES.map((name) => (
              <SettingField
                key={name}
                name={name}
                typed={form.values.settings[name] ?? ''}
                onChange={(text) => form.setFieldValue('settings', { ...form.values.settings, [name]: text })}
              />
            ))}
          </SimpleGrid>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

interface SettingFieldProps {
  readonly name: SettingName;
  readonly typed: string;
  readonly onChange: (typed: string) => void;
}

function SettingField({ name, typed, onChange }: SettingFieldProps) {
  const { t } = useTranslation('trainingSettings');
  const usualWords = useUsualWords();
  const wantedWords = useWantedWords();
  const field = { label: t(($) => $.label[name]), description: t(($) => $.help[name]) };
  const choices = choicesOf(name);
  if (choices) {
    return (
      <Select
        {...field}
        placeholder={usualWords(name)}
        clearable
        data={choices.map((value) => ({ value, label: t(($) => $.choice[value as keyof typeof $.choice]) }))}
        value={typed || null}
        onChange={(value) => onChange(value ?? '')}
      />
    );
  }
  const isWrong = typed.trim() !== '' && !isSetting(name, typed);
  return (
    <TextInput
      {...field}
      placeholder={usualWords(name)}
      inputMode={name === 'classes' ? 'text' : 'decimal'}
      value={typed}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={isWrong ? wantedWords(name) : null}
    />
  );
}

const settingOf = (name: SettingName): Setting<unknown> => RUN_SETTINGS[name];

function choicesOf(name: SettingName): readonly string[] | null {
  const choices = settingOf(name).json.enum;
  return Array.isArray(choices) ? choices : null;
}

function useUsualWords(): (name: SettingName) => string {
  const { t } = useTranslation('trainingSettings');
  const format = useFormat();
  return (name) => {
    const { usual } = settingOf(name);
    if (usual === undefined) return t(($) => $.byScheme);
    if (typeof usual === 'number') return t(($) => $.usual, { usual: format.setting(usual) });
    const isChoice = typeof usual === 'string';
    return isChoice ? t(($) => $.usual, { usual: t(($) => $.choice[usual as keyof typeof $.choice]) }) : '';
  };
}

interface NumberSchema {
  readonly type?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
}

function useWantedWords(): (name: SettingName) => string {
  const { t } = useTranslation('trainingSettings');
  const format = useFormat();
  return (name) => {
    const { json } = settingOf(name);
    if (name === 'classes') return t(($) => $.wrongClasses);
    const { type, minimum, exclusiveMinimum, maximum, exclusiveMaximum } = (
      Array.isArray(json.anyOf) ? json.anyOf[0] : json
    ) as NumberSchema;
    const ends = {
      low: format.setting(minimum ?? exclusiveMinimum ?? 0),
      high: format.setting(maximum ?? exclusiveMaximum ?? 0),
    };
    if (type === 'integer') return t(($) => $.wrongInteger, ends);
    if (minimum === undefined) {
      return maximum === undefined ? t(($) => $.wrongBetween, ends) : t(($) => $.wrongAbove, ends);
    }
    return maximum === undefined ? t(($) => $.wrongBelow, ends) : t(($) => $.wrongNumber, ends);
  };
}
