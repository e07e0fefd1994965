import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { useFormat } from '../../../ui/format.ts';
import { PageLink } from '../../../ui/page-link.tsx';
import type { ComparedSession, ModelGroup } from './compared-session.ts';

/** The figures behind the bars; each model's sessions under a heading of their own. */
export function CompareTable({ groups }: { readonly groups: readonly ModelGroup[] }) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation('common');
  const { t: trends } = useTranslation('trends');
  const format = useFormat();
  const shareColumns = [...EMOTIONS, null].map((emotion): [string, Column<ComparedSession>] => [
    emotion ?? 'not-sure',
    {
      header: emotion === null ? t(($) => $.compare.notSure) : common(($) => $.emotion[emotion]),
      align: 'right',
      wrap: 'never',
      cell: ({ shares }) => format.share(shares.find((each) => each.emotion === emotion)?.share ?? 0),
    },
  ]);
  const highest = (scores: readonly number[]) => (scores.length === 0 ? null : Math.max(...scores));
  const figures = {
    distress: ({ trend }: ComparedSession) => trend.means && format.figure(trend.means.distress),
    valence: ({ trend }: ComparedSession) => trend.means && format.figure(trend.means.valence, true),
    flacc: ({ trend }: ComparedSession) => highest(trend.flacc),
    faces: ({ trend }: ComparedSession) => highest(trend.faces),
  };
  const meanColumns = (['distress', 'valence', 'flacc', 'faces'] as const).map(
    (name): [string, Column<ComparedSession>] => [
      name,
      {
        header: trends(($) => $.mean[name]),
        align: 'right',
        cell: (each) => figures[name](each) ?? trends(($) => $.none),
      },
    ],
  );
  return (
    <DataTable
      label={t(($) => $.session.tableOf, { what: t(($) => $.compare.table) })}
      minWidthPx={1400}
      horizontalSpacing={7}
      rows={groups.flatMap(({ sessions }) => sessions)}
      rowKey={({ session }) => session.id}
      groupOf={({ session }) => t(($) => $.compare.readBy, { model: session.modelId, version: session.modelVersion })}
      columns={{
        session: {
          header: t(($) => $.compare.session),
          wrap: 'never',
          cell: ({ session }) => (
            <PageLink to={`/sessions/${session.id}`}>{format.dateTime(session.startedAtIso)}</PageLink>
          ),
        },
        source: {
          header: t(($) => $.sessions.source),
          wrap: 'never',
          cell: ({ session }) => common(($) => $.source[session.source]),
        },
        length: {
          header: t(($) => $.sessions.length),
          align: 'right',
          wrap: 'never',
          cell: ({ session }) => format.length(session.durationMs),
        },
        coverage: {
          header: t(($) => $.compare.coverage),
          align: 'right',
          wrap: 'never',
          cell: ({ coverage, isLow }) => (
            <>
              {format.share(coverage)}
              {isLow && (
                <Text span inherit fw={650}>
                  {' '}
                  ({t(($) => $.compare.low)})
                </Text>
              )}
            </>
          ),
        },
        ...Object.fromEntries(meanColumns),
        ...Object.fromEntries(shareColumns),
        baseline: {
          header: t(($) => $.compare.baseline),
          wrap: 'never',
          cell: ({ baselineVersion }) =>
            baselineVersion === null
              ? t(($) => $.compare.noBaseline)
              : t(($) => $.compare.baselineVersion, { version: baselineVersion }),
        },
      }}
    />
  );
}
