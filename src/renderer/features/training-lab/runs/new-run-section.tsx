import { Button, Checkbox, Group, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LEARNERS, type Learner, REGIMES, type Regime } from '../../../../contract/training.ts';
import { useCall } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { numberIn } from '../../../ui/form/number-in.ts';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { Section } from '../../../ui/section.tsx';

/** Chooses what a run trains on and how, and starts it. */
export function NewRunSection() {
  const { t } = useTranslation('training');
  const { t: datasetWords } = useTranslation('datasets');
  const navigate = useNavigate();
  const datasets = useCall('datasets.list', {});
  const { form, submit, isPending, error } = useCallForm('runs.start', {
    initialValues: {
      name: '',
      datasetIds: [] as string[],
      learner: 'supcon' as Learner,
      regime: 'adults-as-augmentations' as Regime,
      epochs: 20 as number | string,
      seed: 1 as number | string,
    },
    toInput: ({ epochs, seed, ...values }) => ({ ...values, epochs: numberIn(epochs), seed: numberIn(seed) }),
    onDone: (run) => navigate(`/training/runs/${run.id}`),
  });

  return (
    <Section title={t(($) => $.newRun.title)} description={t(($) => $.newRun.description)}>
      <Form onSubmit={submit}>
        <TextInput label={t(($) => $.newRun.name)} required {...form.getInputProps('name')} />
        <Checkbox.Group label={datasetWords(($) => $.title)} required {...form.getInputProps('datasetIds')}>
          <Stack gap="xs" mt="xs">
            {datasets.data?.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
            {datasets.data?.length === 0 && <Text c="dimmed">{t(($) => $.newRun.addFirst)}</Text>}
          </Stack>
        </Checkbox.Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t(($) => $.newRun.learner)}
            description={t(($) => $.learnerHelp[form.values.learner])}
            data={LEARNERS.map((value) => ({ value, label: t(($) => $.learner[value]) }))}
            {...form.getInputProps('learner')}
          />
          <Select
            label={t(($) => $.newRun.regime)}
            description={t(($) => $.regimeHelp[form.values.regime])}
            data={REGIMES.map((value) => ({ value, label: t(($) => $.regime[value]) }))}
            {...form.getInputProps('regime')}
          />
          <NumberInput
            label={t(($) => $.newRun.epochs)}
            description={t(($) => $.newRun.epochsHelp)}
            required
            {...form.getInputProps('epochs')}
          />
          <NumberInput
            label={t(($) => $.newRun.seed)}
            description={t(($) => $.newRun.seedHelp)}
            required
            {...form.getInputProps('seed')}
          />
        </SimpleGrid>
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
