import { Button, Checkbox, Group, NumberInput, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RUN_ORIGINS } from '../../../../contract/training.ts';
import { useCall } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { Section } from '../../../ui/section.tsx';
import { BatchPicture } from './batch-picture.tsx';
import { MoreSettings } from './more-settings.tsx';
import { LENGTHS, type NewRunValues, newRunInput } from './new-run-input.ts';

const INITIAL: NewRunValues = {
  name: '',
  datasetIds: [],
  from: 'model-in-use',
  length: 'until',
  epochs: 20,
  learner: null,
  regime: 'adults-as-augmentations',
  seed: 1,
  size: '',
  engine: null,
  settings: {},
};

/** Asks three things of a run, which images, from where and how long; the rest is as usual unless it is opened. */
export function NewRunSection() {
  const { t } = useTranslation('training');
  const { t: datasetWords } = useTranslation('datasets');
  const navigate = useNavigate();
  const datasets = useCall('datasets.list', {});
  const { form, submit, isPending, error } = useCallForm('runs.start', {
    initialValues: { ...INITIAL },
    toInput: (values) => newRunInput(values) as never,
    onDone: (run) => navigate(`/training/runs/${run.id}`),
  });

  return (
    <Section title={t(($) => $.newRun.title)} description={t(($) => $.newRun.description)}>
      <Form onSubmit={submit}>
        <TextInput label={t(($) => $.newRun.name)} required {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <Checkbox.Group label={datasetWords(($) => $.title)} required {...form.getInputProps('datasetIds')}>
            <Stack gap="xs" mt="xs">
              {datasets.data?.map(({ id, name }) => (
                <Checkbox key={id} value={id} label={name} />
              ))}
              {datasets.data?.length === 0 && <Text c="dimmed">{t(($) => $.newRun.addFirst)}</Text>}
            </Stack>
          </Checkbox.Group>
          <Radio.Group
            label={t(($) => $.newRun.from)}
            description={t(($) => $.newRun.fromHelp)}
            {...form.getInputProps('from')}
          >
            <Stack gap="xs" mt="xs">
              {RUN_ORIGINS.map((origin) => (
                <Radio key={origin} value={origin} label={t(($) => $.newRun[`from-${origin}`])} />
              ))}
            </Stack>
          </Radio.Group>
          <Radio.Group
            label={t(($) => $.newRun.length)}
            description={t(($) => $.newRun.lengthHelp)}
            {...form.getInputProps('length')}
          >
            <Stack gap="xs" mt="xs">
              {LENGTHS.map((length) => (
                <Radio key={length} value={length} label={t(($) => $.newRun[length])} />
              ))}
            </Stack>
          </Radio.Group>
        </SimpleGrid>
        {form.values.length === 'byEpochs' && (
          <NumberInput
            label={t(($) => $.newRun.epochs)}
            description={t(($) => $.newRun.epochsHelp)}
            required
            {...form.getInputProps('epochs')}
          />
        )}
        <BatchPicture datasetIds={form.values.datasetIds} regime={form.values.regime} seed={form.values.seed} />
        <MoreSettings form={form} />
        {error && <ErrorNotice error={error} title={t(($) => $.newRun.failed)} />}
        <Group justify="flex-end">
          <Button type="submit" loading={isPending}>
            {t(($) => $.newRun.start)}
          </Button>
        </Group>
      </Form>
    </Section>
  );
}
