import { Button, Checkbox, Group, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AGE_BANDS } from '../../../../core/emotion/age.ts';
import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import {
  IMAGE_QUALITIES,
  IMAGE_SPLITS,
  IMAGE_STATES,
  LABEL_STATES,
  WALL_ORDERS,
  WALL_USES,
  type WallFilter,
  type WallOrder,
} from '../../../../core/store/lab/wall/wall-filter.ts';
import { useCall } from '../../../client/use-call.ts';
import type { WallQuery } from './wall-query.ts';

interface FilterBarProps {
  readonly query: WallQuery;
  readonly onFilter: (change: WallFilter) => void;
  readonly onOrder: (order: WallOrder) => void;
  /** Leaves what another screen chose. */
  readonly onWhole: () => void;
}

interface Choice {
  readonly part: keyof WallFilter;
  readonly label: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
}

/** Chooses images by what is known of them; each choice narrows the ones before. */
export function FilterBar({ query: { filter, order, picked }, onFilter, onOrder, onWhole }: FilterBarProps) {
  const { t } = useTranslation('wall');
  const choices = useChoices();
  const runs = useCall('runs.list', {}, { enabled: filter.run !== undefined });
  const runName = runs.data?.find(({ id }) => id === filter.run?.runId)?.name ?? '';
  return (
    <Group component="section" aria-label={t(($) => $.filter.title)} gap="xs">
      <SimpleGrid
        w="100%"
        spacing="xs"
        verticalSpacing="xs"
        style={{ gridTemplateColumns: 'repeat(auto-fill, minmax(min(9rem, 100%), 1fr))' }}
      >
        {choices.map(({ part, label, data }) => (
          <Select
            key={part}
            size="sm"
            label={label}
            placeholder={t(($) => $.filter.any)}
            data={[...data]}
            value={(filter[part] as string | undefined) ?? null}
            clearable
            onChange={(value) => onFilter({ [part]: value ?? undefined })}
          />
        ))}
        <SubjectField key={filter.subject} subject={filter.subject} onFilter={onFilter} />
        <Select
          size="sm"
          label={t(($) => $.filter.order)}
          data={WALL_ORDERS.map((value) => ({ value, label: t(($) => $.order[value]) }))}
          value={order}
          allowDeselect={false}
          onChange={(value) => onOrder((value ?? 'dataset') as WallOrder)}
        />
      </SimpleGrid>
      <Checkbox
        label={t(($) => $.filter.disagrees)}
        checked={filter.disagrees ?? false}
        onChange={(event) => onFilter({ disagrees: event.currentTarget.checked || undefined })}
      />
      {(filter.run || picked !== null) && (
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {filter.run ? t(($) => $.filter.run, { run: runName }) : t(($) => $.filter.picked)}
          </Text>
          <Button size="compact-sm" variant="default" onClick={onWhole}>
            {t(($) => $.filter.wholeRun)}
          </Button>
        </Group>
      )}
    </Group>
  );
}

function useChoices(): readonly Choice[] {
  const { t } = useTranslation('wall');
  const { t: common } = useTranslation('common');
  const datasets = useCall('datasets.list', {});
  const emotions = EMOTIONS.map((value) => ({ value, label: common(($) => $.emotion[value]) }));
  const bands = AGE_BANDS.map(({ name }) => ({ value: name, label: t(($) => $.years, { band: name }) }));
  return [
    {
      part: 'datasetId',
      label: t(($) => $.filter.dataset),
      data: (datasets.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      part: 'group',
      label: t(($) => $.filter.group),
      data: (['child', 'adult', 'unknown'] as const).map((value) => ({ value, label: t(($) => $.group[value]) })),
    },
    {
      part: 'emotion',
      label: t(($) => $.filter.emotion),
      data: [...emotions, { value: 'none', label: t(($) => $.noEmotion) }],
    },
    {
      part: 'ageBand',
      label: t(($) => $.filter.ageBand),
      data: [...bands, { value: 'unknown', label: t(($) => $.ageUnknown) }],
    },
    {
      part: 'split',
      label: t(($) => $.filter.split),
      data: [...IMAGE_SPLITS, 'none' as const].map((value) => ({ value, label: t(($) => $.split[value]) })),
    },
    {
      part: 'state',
      label: t(($) => $.filter.state),
      data: IMAGE_STATES.map((value) => ({ value, label: t(($) => $.state[value]) })),
    },
    {
      part: 'quality',
      label: t(($) => $.filter.quality),
      data: IMAGE_QUALITIES.map((value) => ({ value, label: t(($) => $.quality[value]) })),
    },
    {
      part: 'labels',
      label: t(($) => $.filter.labels),
      data: LABEL_STATES.map((value) => ({ value, label: t(($) => $.labels[value]) })),
    },
    {
      part: 'use',
      label: t(($) => $.filter.use),
      data: WALL_USES.map((value) => ({ value, label: t(($) => $.use[value]) })),
    },
  ];
}

/** Its name as the dataset writes it; looked for with Enter or on leaving the field. */
function SubjectField({ subject = '', onFilter }: { readonly subject?: string } & Pick<FilterBarProps, 'onFilter'>) {
  const { t } = useTranslation('wall');
  const [text, setText] = useState(subject);
  const look = () => {
    if (text.trim() !== subject) onFilter({ subject: text.trim() || undefined });
  };
  return (
    <TextInput
      size="sm"
      label={t(($) => $.filter.subject)}
      placeholder={t(($) => $.filter.any)}
      maxLength={500}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={look}
      onKeyDown={(event) => event.key === 'Enter' && look()}
    />
  );
}
