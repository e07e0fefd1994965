import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../client/use-call.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/section.tsx';
import { AddDatasetForm } from './add-dataset-form.tsx';
import { DatasetPanel } from './dataset-panel.tsx';

/** The folders of images that can be trained on. */
export function DatasetsSection() {
  const { t } = useTranslation('datasets');
  const datasets = useCall('datasets.list', {});
  return (
    <Section title={t(($) => $.title)} description={t(($) => $.description)}>
      <Loaded query={datasets} what={t(($) => $.what)}>
        {(list) =>
          list.length === 0 ? (
            <Text>{t(($) => $.none)}</Text>
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
