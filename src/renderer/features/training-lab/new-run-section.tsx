import { Button, Checkbox, Group, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LEARNERS, type Learner, REGIMES, type Regime } from '../../../contract/training.ts';
import { useAction, useCall } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Section } from '../../ui/section.tsx';

/** Chooses what a run trains on and how, and starts it. */
export function NewRunSection() {
  const { t } = useTranslation('training');
  const navigate = useNavigate();
  const datasets = useCall('datasets.list', {});
  const [name, setName] = useState('');
  const [datasetIds, setDatasetIds] = useState<string[]>([]);
  const [learner, setLearner] = useState<Learner>('supcon');
  const [regime, setRegime] = useState<Regime>('adults-as-augmentations');
  const [epochs, setEpochs] = useState<number | string>(20);
  const [seed, setSeed] = useState<number | string>(1);
  const start = useAction('runs.start', { onDone: (run) => navigate(`/training/runs/${run.id}`) });

  function submit(event: FormEvent): void {
    event.preventDefault();
    start.mutate({ name, datasetIds, learner, regime, epochs: Number(epochs), seed: Number(seed) });
  }

  return (
    <Section title={t(($) => $.newRun.title)} description={t(($) => $.newRun.description)}>
      <Stack component="form" onSubmit={submit}>
        <TextInput
          label={t(($) => $.newRun.name)}
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group label={t(($) => $.datasets.title)} required value={datasetIds} onChange={setDatasetIds}>
          <Stack gap="xs" mt="xs">
            {datasets.data?.map(({ id, name: label }) => (
              <Checkbox key={id} value={id} label={label} />
            ))}
            {datasets.data?.length === 0 && <Text c="dimmed">{t(($) => $.newRun.addFirst)}</Text>}
          </Stack>
        </Checkbox.Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t(($) => $.newRun.learner)}
            description={t(($) => $.learnerHelp[learner])}
            data={LEARNERS.map((value) => ({ value, label: t(($) => $.learner[value]) }))}
            value={learner}
            onChange={(value) => setLearner(value as Learner)}
          />
          <Select
            label={t(($) => $.newRun.regime)}
            description={t(($) => $.regimeHelp[regime])}
            data={REGIMES.map((value) => ({ value, label: t(($) => $.regime[value]) }))}
            value={regime}
            onChange={(value) => setRegime(value as Regime)}
          />
          <NumberInput
            label={t(($) => $.newRun.epochs)}
            description={t(($) => $.newRun.epochsHelp)}
            required
            min={1}
            max={1000}
            allowDecimal={false}
            value={epochs}
            onChange={setEpochs}
          />
          <NumberInput
            label={t(($) => $.newRun.seed)}
            description={t(($) => $.newRun.seedHelp)}
            required
            min={0}
            max={0xffffffff}
            allowDecimal={false}
            value={seed}
            onChange={setSeed}
          />
        </SimpleGrid>
        {start.error && <ErrorNotice error={start.error} title={t(($) => $.newRun.failed)} />}
        <Group justify="flex-end">
          <Button type="submit" loading={start.isPending} disabled={datasetIds.length === 0}>
            {t(($) => $.newRun.start)}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
