import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Model } from '../../../contract/models.ts';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';

/** The children whom a model was made with and who may not be trained on any more, and what follows from it. */
export function EndedConsents({ model }: { readonly model: Pick<Model, 'state' | 'endedConsents'> }) {
  const { t } = useTranslation('models');
  const format = useFormat();
  const { state, endedConsents } = model;
  return (
    <Notice
      kind={state === 'approved' ? 'error' : 'warning'}
      title={t(($) => (state === 'approved' ? $.ended.inUse : $.ended.other))}
    >
      <Stack gap="xs">
        <List size="sm">
          {endedConsents.map(({ childId, code, how, onDate }) => (
            <List.Item key={childId}>{t(($) => $.ended[how], { code, date: format.date(onDate) })}</List.Item>
          ))}
        </List>
        <Text size="sm">{t(($) => $.ended.help[state])}</Text>
      </Stack>
    </Notice>
  );
}
