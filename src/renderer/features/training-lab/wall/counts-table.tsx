import { Stack, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WallCount } from '../../../../contract/wall.ts';
import { AGE_BANDS } from '../../../../core/emotion/age.ts';
import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import type { WallFilter, WallUse } from '../../../../core/store/lab/wall/wall-filter.ts';
import { useCall } from '../../../client/use-call.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { UsesTable } from './uses-table.tsx';

type Cell = Pick<WallFilter, 'group' | 'emotion' | 'ageBand'>;

interface Row extends Cell {
  readonly group: WallCount['group'];
  /** Left out for all of the group. */
  readonly emotion?: WallCount['emotion'];
}

interface CountsTableProps {
  readonly filter: WallFilter;
  readonly onChoose: (cell: Cell) => void;
  readonly onChooseUse: (use: WallUse | undefined) => void;
}

/** How many images there are of each group, emotion and age; a number shows them. */
export function CountsTable({ filter, onChoose, onChooseUse }: CountsTableProps) {
  const { t } = useTranslation('wall');
  const counts = useCall('wall.counts', { filter });
  return (
    <Loaded query={counts} what={t(($) => $.what)}>
      {({ cells, uses, taken }) => (
        <Stack gap="md">
          <UsesTable uses={uses} taken={taken} chosen={filter.use} onChoose={onChooseUse} />
          <Counts counts={cells} filter={filter} onChoose={onChoose} />
        </Stack>
      )}
    </Loaded>
  );
}

function Counts({
  counts,
  filter,
  onChoose,
}: Omit<CountsTableProps, 'onChooseUse'> & { readonly counts: readonly WallCount[] }) {
  const { t } = useTranslation('wall');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const bands = [...AGE_BANDS.map(({ name }) => name), 'unknown' as const].filter((band) =>
    counts.some(({ ageBand }) => ageBand === band),
  );
  const rows = (['child', 'adult', 'unknown'] as const).flatMap((group): Row[] => {
    const emotions = [...EMOTIONS, 'none' as const].filter((emotion) =>
      counts.some((each) => each.group === group && each.emotion === emotion),
    );
    return emotions.length === 0 ? [] : [...emotions.map((emotion) => ({ group, emotion })), { group }];
  });
  const emotionWords = (emotion: WallCount['emotion'] | undefined) => {
    if (emotion === undefined) return t(($) => $.counts.all);
    return emotion === 'none' ? t(($) => $.noEmotion) : common(($) => $.emotion[emotion]);
  };
  const numberOf = (cell: Cell) => {
    const images = counts
      .filter(
        ({ group, emotion, ageBand }) =>
          group === cell.group &&
          (cell.emotion === undefined || emotion === cell.emotion) &&
          (cell.ageBand === undefined || ageBand === cell.ageBand),
      )
      .reduce((sum, each) => sum + each.images, 0);
    if (images === 0) return null;
    const isChosen = cell.group === filter.group && cell.emotion === filter.emotion && cell.ageBand === filter.ageBand;
    const words = t(($) => $.counts.cell, {
      group: t(($) => $.groups[cell.group ?? 'unknown']),
      emotion: cell.emotion === undefined ? t(($) => $.counts.allEmotions) : emotionWords(cell.emotion),
      age: ageWords(cell.ageBand),
      images,
    });
    return (
      <UnstyledButton
        fz="sm"
        fw={isChosen ? 700 : 400}
        td="underline"
        px={2}
        bg={isChosen ? 'ward.1' : undefined}
        aria-pressed={isChosen}
        aria-label={words}
        onClick={() => onChoose(isChosen ? {} : cell)}
      >
        {format.number(images)}
      </UnstyledButton>
    );
  };
  const ageWords = (band: Cell['ageBand']) => {
    if (band === undefined) return t(($) => $.counts.allAges);
    return band === 'unknown' ? t(($) => $.ageUnknown) : t(($) => $.years, { band });
  };
  const bandColumns = bands.map((band): [string, Column<Row>] => [
    band,
    {
      header: band === 'unknown' ? <abbr title={t(($) => $.ageUnknown)}>{t(($) => $.counts.unknown)}</abbr> : band,
      align: 'right',
      wrap: 'never',
      cell: (row) => numberOf({ ...row, ageBand: band }),
    },
  ]);
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t(($) => $.counts.description)}
      </Text>
      <DataTable
        label={t(($) => $.counts.table)}
        empty={t(($) => $.none)}
        minWidthPx={300}
        verticalSpacing={2}
        horizontalSpacing={4}
        rows={rows}
        rowKey={({ group, emotion }) => `${group} ${emotion}`}
        groupOf={({ group }) => t(($) => $.groups[group])}
        columns={{
          emotion: {
            header: t(($) => $.counts.emotion),
            isRowHeader: true,
            cell: ({ emotion }) => emotionWords(emotion),
          },
          ...Object.fromEntries(bandColumns),
          all: { header: t(($) => $.counts.all), align: 'right', wrap: 'never', cell: numberOf },
        }}
      />
    </Stack>
  );
}
