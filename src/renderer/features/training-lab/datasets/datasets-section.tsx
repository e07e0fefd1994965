import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../../../contract/datasets.ts';
import { useCall } from '../../../client/use-call.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/section.tsx';
import { AddDatasetForm } from './add-dataset-form.tsx';
import { DatasetPanel } from './dataset-panel.tsx';
import { useFolderChoice } from './use-folder-choice.ts';

/** The folders of images that can be trained on. */
export function DatasetsSection() {
  const { t } = useTranslation('datasets');
  const datasets = useCall('datasets.list', {});
  const choice = useFolderChoice();
  // Of a folder on its way, the form says how much has come.
  const isSending = ({ name, indexing }: Dataset) =>
    indexing?.state === 'uploading' && name === choice.sending?.folder.name;
  return (
    <Section title={t(($) => $.title)} description={t(($) => $.description)}>
      <Loaded query={datasets} what={t(($) => $.what)}>
        {(list) =>
          list.length === 0 ? (
            <Text>{t(($) => $.none)}</Text>
          ) : (
            <Stack gap="md">
              {list
                .filter((dataset) => !isSending(dataset))
                .map((dataset) => (
                  <DatasetPanel key={dataset.id} dataset={dataset} />
                ))}
            </Stack>
          )
        }
      </Loaded>
      <AddDatasetForm choice={choice} />
    </Section>
  );
}
