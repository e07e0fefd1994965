import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Model } from '../../../contract/models.ts';
import type { Role } from '../../../contract/role.ts';
import { mayCall } from '../../client/may-call.ts';
import { useAction } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';

/** The children whom a model was made with and who may not be trained on any more, and what follows from it. */
export function EndedConsents({ model, role }: { readonly model: Model; readonly role: Role }) {
  const { t } = useTranslation('models');
  const format = useFormat();
  const { id, state, origin, endedConsents } = model;
  const navigate = useNavigate();
  const again = useAction('models.trainWithout', {
    onDone: ({ runId }) => navigate(`/training/${encodeURIComponent(runId)}`),
  });
  return (
    <Notice
      kind={state === 'approved' ? 'error' : 'warning'}
      title={t(($) => (state === 'approved' ? $.ended.inUse : $.ended.other))}
    >
      <Stack gap="xs">
        <List size="sm">
          {endedConsents.map(({ childId, code, how, onDate, through }) => (
            <List.Item key={childId} style={{ overflowWrap: 'anywhere' }}>
              {t(($) => $.ended[how], { code, date: format.date(onDate) })}
              {through !== null && `. ${t(($) => $.ended.through, { model: through })}`}
            </List.Item>
          ))}
        </List>
        <Text size="sm">{t(($) => $.ended.help[state])}</Text>
        {origin === 'trained-here' && mayCall(role, 'models.trainWithout') && (
          <>
            <Group>
              <Button variant="default" loading={again.isPending} onClick={() => again.mutate({ modelId: id })}>
                {t(($) => $.ended.again)}
              </Button>
            </Group>
            <Text size="sm">{t(($) => $.ended.againHelp)}</Text>
            {again.error && <ErrorNotice error={again.error} title={t(($) => $.ended.notStarted)} />}
          </>
        )}
      </Stack>
    </Notice>
  );
}
