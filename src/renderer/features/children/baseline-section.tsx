import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Child } from '../../../contract/children.ts';
import { useCall } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { BaselineTable } from './baseline-table.tsx';

/** The child's faces at rest, where the family agreed to keep them. */
export function BaselineSection({ child }: { readonly child: Child }) {
  const { t } = useTranslation('entries');
  const mayKeep = child.consentedScopes.includes('keep-baseline');
  const baselines = useCall('baselines.list', { childId: child.id }, { enabled: mayKeep });
  const models = useCall('models.list', {}, { enabled: mayKeep });
  if (!mayKeep) return null;
  const approved = models.data?.find(({ state }) => state === 'approved');
  return (
    <Stack gap={4}>
      <Title order={3}>{t(($) => $.baseline.title)}</Title>
      <Text size="sm" c="dimmed">
        {t(($) => $.baseline.panelHint)}
      </Text>
      {baselines.error && (
        <ErrorNotice
          error={baselines.error}
          title={t(($) => $.baseline.unreadable)}
          onRetry={() => void baselines.refetch()}
        />
      )}
      {baselines.data?.length === 0 && <Text>{t(($) => $.baseline.none)}</Text>}
      {baselines.data && baselines.data.length > 0 && models.data && (
        <BaselineTable child={child} baselines={baselines.data} presentModelId={approved?.id ?? null} />
      )}
    </Stack>
  );
}
