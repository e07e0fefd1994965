import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../contract/training.ts';
import { useAction } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { PageLink } from '../../../ui/page-link.tsx';
import { Section } from '../../../ui/section.tsx';

/** Makes a candidate of a finished run. An administrator decides whether it is used. */
export function ProposeSection({ run }: { readonly run: Run }) {
  const { t } = useTranslation('training');
  const propose = useAction('models.propose');
  return (
    <Section title={t(($) => $.propose.title)} description={t(($) => $.propose.description)}>
      {run.modelId ? (
        <Text>
          {t(($) => $.propose.proposedAs)}{' '}
          <PageLink to={`/models/${encodeURIComponent(run.modelId)}`}>{run.modelId}</PageLink>.
        </Text>
      ) : (
        <Group>
          <Button loading={propose.isPending} onClick={() => propose.mutate({ runId: run.id })}>
            {t(($) => $.propose.submit)}
          </Button>
        </Group>
      )}
      {propose.error && <ErrorNotice error={propose.error} title={t(($) => $.propose.failed)} />}
    </Section>
  );
}
