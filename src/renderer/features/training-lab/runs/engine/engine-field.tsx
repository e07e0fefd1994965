import { Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EngineName } from '../../../../../core/engine/engine.ts';
import { useCall } from '../../../../client/use-call.ts';
import { useFormat } from '../../../../ui/format.ts';
import { useFailureWords } from '../../../../ui/use-failure-words.ts';
import { engineChoices } from './engine-choices.ts';

interface EngineFieldProps {
  readonly value: EngineName | null | undefined;
  readonly onChange: (engine: EngineName | null) => void;
}

/** What a run computes on: the engines of this machine, how fast each is, and why one is not there. */
export function EngineField({ value, onChange }: EngineFieldProps) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const failureWords = useFailureWords();
  const { data } = useCall('engines.list', {});
  const { engines = [], preferred = null } = data ?? {};
  const choices = engineChoices(engines, preferred, {
    speed: (engine, speed) => t(($) => $.newRun.engineSpeed, { engine, speed: format.number(Math.round(speed)) }),
    chosen: (entry) => t(($) => $.newRun.engineChosen, { entry }),
    notHere: (engine) => t(($) => $.newRun.engineNotHere, { engine }),
    notLookedAt: (engine) => t(($) => $.newRun.engineNotLookedAt, { engine }),
  });
  const absent = engines.flatMap(({ name, why }) => (why ? [{ name, why: failureWords(why) }] : []));
  return (
    <Stack gap={4}>
      <Select
        label={t(($) => $.newRun.engine)}
        description={t(($) => $.newRun.engineHelp)}
        placeholder={
          preferred ? t(($) => $.newRun.chosenForYou, { engine: preferred }) : t(($) => $.newRun.chosenAtStart)
        }
        clearable
        data={choices}
        value={value ?? null}
        onChange={(engine) => onChange(engine as EngineName | null)}
      />
      {absent.map(({ name, why }) => (
        <Text key={name} size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t(($) => $.newRun.engineWhyNot, { engine: name, why })}
        </Text>
      ))}
    </Stack>
  );
}
