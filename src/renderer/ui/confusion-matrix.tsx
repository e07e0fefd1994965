import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../contract/models.ts';
import type { Emotion } from '../../core/emotion/emotion.ts';
import { PicturesLink } from './pictures-link.tsx';
import { WideTable } from './wide-table.tsx';

/**
 * Truth in rows, reading in columns; the shade is the share of its row, the number the count of images. No DataTable:
 * both edges are headings of one square of counts, and each cell has a shade of its own.
 */
export function ConfusionMatrix({
  evaluation,
}: {
  readonly evaluation: Pick<Evaluation, 'classes' | 'confusion' | 'restrictedTo'>;
}) {
  const { t } = useTranslation('evaluation');
  const { t: common } = useTranslation('common');
  const { classes, confusion, restrictedTo } = evaluation;
  return (
    <WideTable label={t(($) => $.confusionMatrix)} minWidthPx={400}>
      <Table horizontalSpacing={6} withTableBorder withColumnBorders ta="center">
        <Table.Caption>{t(($) => $.confusionCaption)}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {classes.map((emotion) => (
              <Table.Th key={emotion} scope="col" ta="center">
                <abbr title={common(($) => $.emotion[emotion])} style={{ textDecoration: 'none' }}>
                  {common(($) => $.emotionGlyph[emotion])}
                </abbr>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {classes.map((truth, row) => {
            if (restrictedTo && !restrictedTo.includes(truth)) return null;
            const counts = confusion[row] ?? [];
            const total = counts.reduce((sum, count) => sum + count, 0);
            return (
              <Table.Tr key={truth}>
                <Table.Th scope="row">{common(($) => $.emotion[truth])}</Table.Th>
                {classes.map((read, column) => {
                  const count = counts[column] ?? 0;
                  return (
                    <Cell key={read} truth={truth} read={read} count={count} share={total > 0 ? count / total : 0} />
                  );
                })}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

interface CellProps {
  readonly count: number;
  readonly share: number;
  readonly truth: Emotion;
  readonly read: Emotion;
}

/** The shade stays light enough for black text, and dark enough for white text at night. */
function Cell({ count, share, truth, read }: CellProps) {
  const { t } = useTranslation('results');
  const { t: evaluation } = useTranslation('evaluation');
  const { t: common } = useTranslation('common');
  const right = truth === read;
  const colour = right ? '11, 99, 119' : '160, 90, 20';
  return (
    <Table.Td style={{ backgroundColor: `rgba(${colour}, ${0.45 * share})` }}>
      <Text span fw={right ? 700 : 400} c="var(--mantine-color-text)">
        <PicturesLink
          choice={{ truth, said: read }}
          count={count}
          label={t(($) => $.pictures.openCell, {
            images: evaluation(($) => $.images, { count }),
            shown: common(($) => $.emotion[truth]).toLowerCase(),
            named: common(($) => $.emotion[read]).toLowerCase(),
          })}
        >
          {count}
        </PicturesLink>
      </Text>
    </Table.Td>
  );
}
