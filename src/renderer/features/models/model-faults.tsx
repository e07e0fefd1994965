import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/use-call.ts';
import { Notice } from '../../ui/notice.tsx';
import { useFailureWords } from '../../ui/use-failure-words.ts';

/** The models that the list leaves out, and why: their files are not those that were entered. Nothing where all are whole. */
export function ModelFaults() {
  const { t } = useTranslation('models');
  const words = useFailureWords();
  const { data: faults = [] } = useCall('models.faults', {});
  if (faults.length === 0) return null;
  return (
    <Stack gap="sm" mb="lg">
      {faults.map(({ id, state, fault }) => (
        <Notice
          key={id}
          kind="error"
          title={t(($) => (state === 'approved' ? $.faults.inUse : $.faults.other), { model: id })}
        >
          <Text style={{ overflowWrap: 'anywhere' }}>{words(fault)}</Text>
          {state === 'approved' && <Text mt="xs">{t(($) => $.faults.inUseHelp)}</Text>}
        </Notice>
      ))}
    </Stack>
  );
}
