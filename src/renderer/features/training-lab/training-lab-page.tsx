import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/page-header.tsx';
import { DatasetsSection } from './datasets/datasets-section.tsx';
import { LabNavigation } from './lab-navigation.tsx';
import { MomentsSection } from './moments/moments-section.tsx';
import { ImproveSection } from './runs/improve-section.tsx';
import { NewRunSection } from './runs/new-run-section.tsx';
import { RunsSection } from './runs/runs-section.tsx';

/** Datasets on this machine, a form for a run over them, and the runs so far. */
export function TrainingLabPage() {
  const { t } = useTranslation('training');
  return (
    <Stack gap="lg">
      <PageHeader title={t(($) => $.title)} description={t(($) => $.description)} />
      <LabNavigation />
      <DatasetsSection />
      <ImproveSection />
      <NewRunSection />
      <RunsSection />
      <MomentsSection />
    </Stack>
  );
}
