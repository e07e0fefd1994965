import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/page-header.tsx';
import { DatasetsSection } from './datasets-section.tsx';
import { NewRunSection } from './new-run-section.tsx';
import { RunsSection } from './runs-section.tsx';

/** Datasets on this machine, a form for a run over them, and the runs so far. */
export function TrainingLabPage() {
  const { t } = useTranslation('training');
  return (
    <Stack gap="lg">
      <PageHeader title={t(($) => $.title)} description={t(($) => $.description)} />
      <DatasetsSection />
      <NewRunSection />
      <RunsSection />
    </Stack>
  );
}
