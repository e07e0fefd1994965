import {
  Button,
  Checkbox,
  Collapse,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Dataset } from '../../../../contract/datasets.ts';
import { LEARNERS, type Learner, REGIMES, type Regime } from '../../../../contract/training.ts';
import { ENCODERS, type EncoderName } from '../../../../core/training/net/encoder-spec.ts';
import { download } from '../../../client/download.ts';
import { useAction, useCall } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/section.tsx';
import { StudyCostNotice } from './study-cost-notice.tsx';
import { questionOf, type StudyDraft, suggestedSizes } from './study-question.ts';
import { useStudyCost } from './use-study-cost.ts';

const ENCODER_NAMES = Object.keys(ENCODERS) as EncoderName[];
/** A study of adults alone has no number of child images. */
const STUDIED_REGIMES = REGIMES.filter((each) => each !== 'adults');

/** Chooses what a study tries, says what that takes, and starts it. */
export function NewStudySection() {
  const { t } = useTranslation('study');
  const { t: datasetWords } = useTranslation('datasets');
  const datasets = useCall('datasets.list', {});
  return (
    <Section title={t(($) => $.new.title)} description={t(($) => $.new.description)}>
      <Loaded query={datasets} what={datasetWords(($) => $.what)}>
        {(all) => (
          <NewStudyForm
            datasets={all.filter(({ dir }) => dir !== null)}
            hasOthers={all.some(({ dir }) => dir === null)}
          />
        )}
      </Loaded>
    </Section>
  );
}

function NewStudyForm({ datasets, hasOthers }: { readonly datasets: readonly Dataset[]; readonly hasOthers: boolean }) {
  const { t } = useTranslation('study');
  const { t: words } = useTranslation('training');
  const navigate = useNavigate();
  const [showsMore, more] = useDisclosure(false);
  const { form, submit, isPending, error } = useCallForm('studies.start', {
    initialValues: {
      name: '',
      datasetIds: [],
      learners: ['cross-entropy'],
      regimes: ['children', 'adults-as-augmentations'],
      sizes: '',
      repeats: 3,
      budgetSteps: 200,
      encoder: 'small',
    } as StudyDraft,
    toInput: questionOf,
    onDone: ({ id }) => navigate(`/training/study/${id}`),
  });
  const plan = useAction('studies.plan', {
    onDone: ({ fileName, text }) =>
      download({ fileName, mediaType: 'application/json', bytes: new TextEncoder().encode(text) }),
  });
  const images = datasets
    .filter(({ id }) => form.values.datasetIds.includes(id))
    .reduce((sum, each) => sum + each.images, 0);
  const cost = useStudyCost(questionOf(form.values), images);
  const chooseDatasets = (datasetIds: string[]) => {
    form.setFieldValue('datasetIds', datasetIds);
    const chosen = datasets.filter(({ id }) => datasetIds.includes(id));
    if (!form.isTouched('sizes'))
      form.setFieldValue('sizes', suggestedSizes(childImagesOf(chosen)), { forceUpdate: false });
    form.setTouched((touched) => ({ ...touched, sizes: form.isTouched('sizes') && form.values.sizes !== '' }));
  };

  if (datasets.length === 0) return <Text>{t(($) => $.new.addFirst)}</Text>;
  return (
    <Form onSubmit={submit}>
      <TextInput label={t(($) => $.new.name)} required {...form.getInputProps('name')} />
      <Checkbox.Group
        label={t(($) => $.new.datasets)}
        description={hasOthers ? t(($) => $.new.onlyFolders) : undefined}
        required
        {...form.getInputProps('datasetIds')}
        onChange={chooseDatasets}
      >
        <Stack gap="xs" mt="xs">
          {datasets.map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} />
          ))}
        </Stack>
      </Checkbox.Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Checkbox.Group
          label={t(($) => $.new.regimes)}
          description={t(($) => $.new.regimesHelp)}
          required
          {...form.getInputProps('regimes')}
        >
          <Stack gap="xs" mt="xs">
            {STUDIED_REGIMES.map((each: Regime) => (
              <Checkbox key={each} value={each} label={words(($) => $.regime[each])} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Checkbox.Group label={t(($) => $.new.learners)} required {...form.getInputProps('learners')}>
          <Stack gap="xs" mt="xs">
            {LEARNERS.map((each: Learner) => (
              <Checkbox key={each} value={each} label={words(($) => $.learner[each])} />
            ))}
          </Stack>
        </Checkbox.Group>
        <TextInput
          label={t(($) => $.new.sizes)}
          description={t(($) => $.new.sizesHelp)}
          required
          {...form.getInputProps('sizes')}
        />
        <NumberInput
          label={t(($) => $.new.repeats)}
          description={t(($) => $.new.repeatsHelp)}
          required
          {...form.getInputProps('repeats')}
        />
      </SimpleGrid>
      <div>
        <Button variant="subtle" aria-expanded={showsMore} onClick={more.toggle}>
          {t(($) => $.new.more)}
        </Button>
        <Collapse expanded={showsMore}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
            <NumberInput
              label={t(($) => $.new.budget)}
              description={t(($) => $.new.budgetHelp)}
              required
              {...form.getInputProps('budgetSteps')}
            />
            <Select
              label={t(($) => $.new.encoder)}
              data={ENCODER_NAMES.map((value) => ({ value, label: t(($) => $.new.encoders[value]) }))}
              {...form.getInputProps('encoder')}
            />
          </SimpleGrid>
        </Collapse>
      </div>
      <StudyCostNotice question={questionOf(form.values)} cost={cost} />
      {error && <ErrorNotice error={error} title={t(($) => $.new.failed)} />}
      {plan.error && <ErrorNotice error={plan.error} title={t(($) => $.new.notSaved)} />}
      <Text size="sm" c="dimmed">
        {t(($) => $.new.saveHelp)}
      </Text>
      <Group justify="flex-end">
        <Button
          variant="default"
          loading={plan.isPending}
          onClick={() => !form.validate().hasErrors && plan.mutate(questionOf(form.values))}
        >
          {t(($) => $.new.save)}
        </Button>
        <Button type="submit" loading={isPending} disabled={cost.kind === 'unknown'}>
          {t(($) => $.new.start)}
        </Button>
      </Group>
    </Form>
  );
}

/** A dataset counts its subjects by group, its images not: as many of them as of its subjects are taken for children's. */
function childImagesOf(datasets: readonly Dataset[]): number {
  return datasets.reduce(
    (sum, { images, children, adults }) => sum + (images * children) / Math.max(1, children + adults),
    0,
  );
}
