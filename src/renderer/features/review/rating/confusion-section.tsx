import { Select, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RatingComparison } from '../../../../contract/review/ratings.ts';
import { ANNOTATION_LABELS } from '../../../../core/emotion/annotation.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { WideTable } from '../../../ui/wide-table.tsx';
import { useLabelWords } from '../annotations/use-label-words.ts';
import { useRatingWords } from './use-rating-words.ts';

/** How often each word of one met each word of another, for two who are chosen. */
export function ConfusionSection({ comparisons }: { readonly comparisons: readonly RatingComparison[] }) {
  const { t } = useTranslation('ratings');
  const words = useRatingWords();
  const [chosen, setChosen] = useState('0');
  const comparison = comparisons[Number(chosen)];
  const options = comparisons.map(({ a, b }, index) => ({
    value: String(index),
    label: t(($) => $.result.pair, { a: words.who(a), b: words.who(b) }),
  }));
  return (
    <Section title={t(($) => $.result.confusion)}>
      <Select
        label={t(($) => $.result.confusionOf)}
        data={options}
        allowDeselect={false}
        value={chosen}
        onChange={(value) => setChosen(value ?? '0')}
        maw={420}
      />
      {comparison && comparison.stretches > 0 ? (
        <Matrix comparison={comparison} />
      ) : (
        <EmptyState title={t(($) => $.result.nothing)} />
      )}
    </Section>
  );
}

/** No DataTable: both edges are headings of one square of counts. Words that neither said have no row and no column. */
function Matrix({ comparison: { a, b, cells } }: { readonly comparison: RatingComparison }) {
  const { t } = useTranslation('ratings');
  const words = useRatingWords();
  const labelWords = useLabelWords();
  const rows = ANNOTATION_LABELS.filter((label) => cells.some((cell) => cell.a === label));
  const columns = ANNOTATION_LABELS.filter((label) => cells.some((cell) => cell.b === label));
  const countOf = (row: string, column: string) =>
    cells.find((cell) => cell.a === row && cell.b === column)?.stretches ?? 0;
  return (
    <WideTable label={t(($) => $.result.confusionTable)} minWidthPx={400}>
      <Table aria-label={t(($) => $.result.confusionTable)} withTableBorder withColumnBorders tabularNums>
        <Table.Caption>{t(($) => $.result.confusionCaption, { a: words.who(a), b: words.who(b) })}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {columns.map((column) => (
              <Table.Th key={column} scope="col" ta="right">
                {labelWords(column)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row}>
              <Table.Th scope="row">{labelWords(row)}</Table.Th>
              {columns.map((column) => (
                <Table.Td key={column} ta="right" fw={row === column ? 700 : undefined}>
                  {countOf(row, column)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
