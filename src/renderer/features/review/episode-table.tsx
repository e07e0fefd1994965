import { Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Episode } from '../../../contract/sessions.ts';
import { EmotionBadge } from '../../ui/emotion-badge.tsx';
import { formatClock, useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import type { TimeRange } from '../../ui/timeline/time-range.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import { Paged } from './paged.tsx';
import { ShowButton } from './show-button.tsx';

interface EpisodeTableProps {
  readonly episodes: readonly Episode[];
  readonly onShow: (fromMs: number, toMs: number) => void;
  /** Somebody wants to say what an episode was. */
  readonly onSay: (stretch: TimeRange) => void;
}

/** Stretches in which one emotion held; each leads to its place on the timeline. */
export function EpisodeTable({ episodes, onShow, onSay }: EpisodeTableProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  return (
    <Section title={t(($) => $.episodes.title)} description={t(($) => $.episodes.description)}>
      {episodes.length === 0 ? (
        <Text>{t(($) => $.episodes.none)}</Text>
      ) : (
        <Paged rows={episodes}>
          {(shown) => (
            <WideTable label={t(($) => $.session.tableOf, { what: t(($) => $.episodes.title) })} minWidthPx={480}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t(($) => $.session.from)}</Table.Th>
                    <Table.Th>{t(($) => $.sessions.length)}</Table.Th>
                    <Table.Th>{t(($) => $.session.emotion)}</Table.Th>
                    <Table.Th ta="right">{t(($) => $.episodes.confidence)}</Table.Th>
                    <Table.Td />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {shown.map(({ emotion, fromMs, toMs, meanProbability }) => (
                    <Table.Tr key={fromMs}>
                      <Table.Td>
                        <ShowButton atMs={fromMs} onShow={() => onShow(fromMs, toMs)} />
                      </Table.Td>
                      <Table.Td>{format.length(toMs - fromMs)}</Table.Td>
                      <Table.Td>
                        <EmotionBadge emotion={emotion} />
                      </Table.Td>
                      <Table.Td ta="right">{format.share(meanProbability)}</Table.Td>
                      <Table.Td ta="right">
                        <Button
                          size="compact-md"
                          variant="default"
                          aria-label={t(($) => $.episodes.correctThis, { at: formatClock(fromMs) })}
                          onClick={() => onSay({ fromMs, toMs })}
                        >
                          {t(($) => $.episodes.correct)}
                        </Button>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </WideTable>
          )}
        </Paged>
      )}
    </Section>
  );
}
