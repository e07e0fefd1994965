import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAction, useCall } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { PageLink } from '../../../ui/page-link.tsx';
import { Section } from '../../../ui/section.tsx';

/** Brings pictures of moments in which the model doubted into the wall. */
export function MomentsSection() {
  const { t } = useTranslation('study');
  const dataset = useCall('moments.dataset', {});
  const bring = useAction('moments.bring');
  const there = dataset.data ?? null;
  return (
    <Section title={t(($) => $.moments.title)} description={t(($) => $.moments.description)}>
      {bring.data && (
        <Text role="status">
          {t(($) => $.moments.brought, { count: bring.data.images })}{' '}
          {bring.data.noConsent > 0 && t(($) => $.moments.noConsent, { count: bring.data.noConsent })}
        </Text>
      )}
      {there && (
        <PageLink to={`/training/wall?dataset=${encodeURIComponent(there.datasetId)}`}>
          {t(($) => $.moments.open, { count: there.images })}
        </PageLink>
      )}
      {bring.error && <ErrorNotice error={bring.error} title={t(($) => $.moments.failed)} />}
      <Group>
        <Button
          variant="default"
          loading={bring.isPending}
          onClick={() => bring.mutate({ name: t(($) => $.moments.title) })}
        >
          {t(($) => (there ? $.moments.again : $.moments.bring))}
        </Button>
      </Group>
    </Section>
  );
}
