import { Stack, Text } from '@mantine/core';
import { useCall } from '../../client/use-call.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { AddDatasetForm } from './add-dataset-form.tsx';
import { DatasetPanel } from './dataset-panel.tsx';

/** The folders of images that can be trained on. */
export function DatasetsSection() {
  const datasets = useCall('datasets.list', {});
  return (
    <Section title="Datasets" description="A folder with a manifest.csv, or with group/emotion folders of pictures.">
      <Loaded query={datasets} what="the datasets">
        {(list) =>
          list.length === 0 ? (
            <Text>No dataset yet. Add a folder below.</Text>
          ) : (
            <Stack gap="md">
              {list.map((dataset) => (
                <DatasetPanel key={dataset.id} dataset={dataset} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <AddDatasetForm />
    </Section>
  );
}
