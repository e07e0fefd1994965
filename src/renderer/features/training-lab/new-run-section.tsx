import { Button, Checkbox, Group, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { LEARNERS, type Learner, REGIMES, type Regime } from '../../../contract/training.ts';
import { useAction, useCall } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { LEARNER_HELP, LEARNER_WORDS, REGIME_HELP, REGIME_WORDS } from '../../ui/words.ts';

/** Chooses what a run trains on and how, and starts it. */
export function NewRunSection() {
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
    <Section
      title="New run"
      description="A run trains, chooses on validation images, and is tested once on children it has not seen."
    >
      <Stack component="form" onSubmit={submit}>
        <TextInput
          label="Name of the run"
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group label="Datasets" required value={datasetIds} onChange={setDatasetIds}>
          <Stack gap="xs" mt="xs">
            {datasets.data?.map(({ id, name: label }) => (
              <Checkbox key={id} value={id} label={label} />
            ))}
            {datasets.data?.length === 0 && <Text c="dimmed">Add a dataset first.</Text>}
          </Stack>
        </Checkbox.Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label="Learner"
            description={LEARNER_HELP[learner]}
            data={LEARNERS.map((value) => ({ value, label: LEARNER_WORDS[value] }))}
            value={learner}
            onChange={(value) => setLearner(value as Learner)}
          />
          <Select
            label="Regime"
            description={REGIME_HELP[regime]}
            data={REGIMES.map((value) => ({ value, label: REGIME_WORDS[value] }))}
            value={regime}
            onChange={(value) => setRegime(value as Regime)}
          />
          <NumberInput
            label="Epochs"
            description="Passes over the child images."
            required
            min={1}
            max={1000}
            allowDecimal={false}
            value={epochs}
            onChange={setEpochs}
          />
          <NumberInput
            label="Seed"
            description="The same seed gives the same model again."
            required
            min={0}
            max={0xffffffff}
            allowDecimal={false}
            value={seed}
            onChange={setSeed}
          />
        </SimpleGrid>
        {start.error && <ErrorNotice error={start.error} title="The run was not started" />}
        <Group justify="flex-end">
          <Button type="submit" loading={start.isPending} disabled={datasetIds.length === 0}>
            Start training
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
