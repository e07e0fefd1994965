import { Stack } from '@mantine/core';
import { PageHeader } from '../../ui/page-header.tsx';
import { DatasetsSection } from './datasets-section.tsx';
import { NewRunSection } from './new-run-section.tsx';
import { RunsSection } from './runs-section.tsx';

/** Datasets on this machine, a form for a run over them, and the runs so far. */
export function TrainingLabPage() {
  return (
    <Stack gap="lg">
      <PageHeader
        title="Training Lab"
        description="Train the emotion model on this site's own images. Nothing leaves this machine."
      />
      <DatasetsSection />
      <NewRunSection />
      <RunsSection />
    </Stack>
  );
}
