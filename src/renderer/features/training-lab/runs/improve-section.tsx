import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAction, useCall } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Section } from '../../../ui/section.tsx';

/** One button: the model in use, made better with all images of this site, or kept. */
export function ImproveSection() {
  const { t } = useTranslation('training');
  const navigate = useNavigate();
  const datasets = useCall('datasets.list', {});
  const improve = useAction('runs.improve', { onDone: (run) => navigate(`/training/runs/${run.id}`) });
  const all = datasets.data ?? [];
  const names = all.map(({ name }) => name).join(', ');
  const start = () => improve.mutate({ name: t(($) => $.improve.name), datasetIds: all.map(({ id }) => id) });
  return (
    <Section title={t(($) => $.improve.title)} description={t(($) => $.improve.description)}>
      <Text>{all.length === 0 ? t(($) => $.newRun.addFirst) : t(($) => $.improve.images, { names })}</Text>
      {improve.error && <ErrorNotice error={improve.error} title={t(($) => $.improve.failed)} />}
      <Group justify="flex-end">
        <Button size="md" loading={improve.isPending} disabled={all.length === 0} onClick={start}>
          {t(($) => $.improve.submit)}
        </Button>
      </Group>
    </Section>
  );
}
