import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Child } from '../../../contract/children.ts';
import { useCall } from '../../client/use-call.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageLink } from '../../ui/page-link.tsx';

/** The models that were made with a child whose consent to training has ended. Nothing where there is none. */
export function ModelsWithChild({ child }: { readonly child: Pick<Child, 'id' | 'code'> }) {
  const { t } = useTranslation('models');
  const { data: models = [] } = useCall('models.list', {});
  const own = models.filter(({ endedConsents }) => endedConsents.some(({ childId }) => childId === child.id));
  if (own.length === 0) return null;
  const isInUse = own.some(({ state }) => state === 'approved');
  return (
    <Notice kind={isInUse ? 'error' : 'warning'} title={t(($) => $.ended.child, { code: child.code })}>
      <List size="sm">
        {own.map(({ id, state }) => (
          <List.Item key={id} style={{ overflowWrap: 'anywhere' }}>
            <PageLink to={`/models/${encodeURIComponent(id)}`}>{id}</PageLink> ({t(($) => $.ended.state[state])})
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        {t(($) => (isInUse ? $.ended.childInUse : $.ended.childOther))}
      </Text>
    </Notice>
  );
}
