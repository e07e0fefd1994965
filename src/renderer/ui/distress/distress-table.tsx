import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../contract/models.ts';
import { DataTable } from '../data-table.tsx';
import { Figure } from '../figure.tsx';
import { useFormat } from '../format.ts';

interface DistressTableProps {
  readonly evaluation: Evaluation;
  readonly headingOrder: 3 | 4;
}

/** What the distress line makes of the images and of each age, or that the model has none. */
export function DistressTable({ evaluation, headingOrder }: DistressTableProps) {
  const { t } = useTranslation('evaluation');
  const format = useFormat();
  const { distress, distressLimits: limits, byAgeBand } = evaluation;
  const n = (images: number, subjects: number) =>
    t(($) => $.of, {
      images: t(($) => $.images, { count: images }),
      subjects: t(($) => $.subjects, { count: subjects }),
    });
  const rows = [
    { who: t(($) => $.distress.all), rates: distress },
    ...byAgeBand.map(({ band, distress: rates }) => ({ who: t(($) => $.distress.ofAge, { band }), rates })),
  ].flatMap(({ who, rates }) => (rates ? [{ who, ...rates }] : []));
  return (
    <Stack gap="xs">
      <Title order={headingOrder}>{t(($) => $.distress.title)}</Title>
      {limits && distress ? (
        <>
          <Text>
            {t(($) => $.distress.limits, {
              atLeast: format.figure(limits.atLeast),
              below: format.figure(limits.below),
            })}
          </Text>
          <DataTable
            label={t(($) => $.distress.table)}
            minWidthPx={520}
            rows={rows}
            rowKey={({ who }) => who}
            columns={{
              who: { header: t(($) => $.distress.who), isRowHeader: true, cell: ({ who }) => who },
              hit: {
                header: t(($) => $.distress.hit),
                cell: (each) => <Figure figure={each.hit} n={n(each.negativeImages, each.negativeSubjects)} />,
              },
              falseAlarmNeutral: {
                header: t(($) => $.distress.falseAlarmNeutral),
                cell: (each) => (
                  <Figure figure={each.falseAlarmNeutral} n={n(each.neutralImages, each.neutralSubjects)} />
                ),
              },
              falseAlarm: {
                header: t(($) => $.distress.falseAlarm),
                cell: (each) => <Figure figure={each.falseAlarm} n={n(each.otherImages, each.otherSubjects)} />,
              },
              missed: {
                header: t(($) => $.distress.missed),
                cell: (each) => <Figure figure={each.missed} n={n(each.negativeImages, each.negativeSubjects)} />,
              },
            }}
          />
        </>
      ) : (
        <Text>{t(($) => $.distress.none)}</Text>
      )}
    </Stack>
  );
}
