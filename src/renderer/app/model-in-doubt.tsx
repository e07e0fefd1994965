import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../client/use-call.ts';
import { Notice } from '../ui/notice.tsx';
import { PageLink } from '../ui/page-link.tsx';

/** Over every page of whoever decides: the model in use was made with a child who may not be trained on any more. */
export function ModelInDoubt() {
  const { t } = useTranslation('models');
  const { data: models = [] } = useCall('models.list', {});
  const inUse = models.find(({ state }) => state === 'approved');
  if (!inUse || inUse.endedConsents.length === 0) return null;
  return (
    <Box mb="lg">
      <Notice kind="warning" title={t(($) => $.ended.banner, { count: inUse.endedConsents.length })}>
        <PageLink to={`/models/${encodeURIComponent(inUse.id)}`}>
          {t(($) => $.ended.look, { model: inUse.id })}
        </PageLink>
      </Notice>
    </Box>
  );
}
