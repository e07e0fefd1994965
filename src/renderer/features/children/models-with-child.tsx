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
        {own.map(({ id, state, endedConsents }) => (
          <List.Item key={id} style={{ overflowWrap: 'anywhere' }}>
            <PageLink to={`/models/${encodeURIComponent(id)}`}>{id}</PageLink> ({t(($) => $.ended.state[state])})
            <Through model={endedConsents.find(({ childId }) => childId === child.id)?.through ?? null} />
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        {t(($) => (isInUse ? $.ended.childInUse : $.ended.childOther))}
      </Text>
    </Notice>
  );
}

/** What a model is built on, where only that saw the child. */
function Through({ model }: { readonly model: string | null }) {
  const { t } = useTranslation('models');
  return model === null ? null : <>. {t(($) => $.ended.through, { model })}</>;
}
