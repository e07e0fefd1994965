import { useTranslation } from 'react-i18next';
import type { Episode } from '../../../contract/sessions.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmotionBadge } from '../../ui/emotion-badge.tsx';
import { formatClock, useFormat } from '../../ui/format.ts';
import { RowButton } from '../../ui/row-button.tsx';
import { Section } from '../../ui/section.tsx';
import type { TimeRange } from '../../ui/timeline/time-range.ts';
import { Paged } from './paged.tsx';
import { ShowButton } from './show-button.tsx';

interface EpisodeTableProps {
  readonly episodes: readonly Episode[];
  readonly onShow: (fromMs: number, toMs: number) => void;
  /** Called when somebody wants to correct an episode. */
  readonly onSay: (stretch: TimeRange) => void;
}

/** Stretches in which one emotion held; each leads to its place on the timeline. */
export function EpisodeTable({ episodes, onShow, onSay }: EpisodeTableProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  return (
    <Section title={t(($) => $.episodes.title)} description={t(($) => $.episodes.description)}>
      <Paged rows={episodes}>
        {(shown) => (
          <DataTable
            label={t(($) => $.session.tableOf, { what: t(($) => $.episodes.title) })}
            minWidthPx={480}
            empty={t(($) => $.episodes.none)}
            rows={shown}
            rowKey={({ fromMs }) => fromMs}
            columns={{
              from: {
                header: t(($) => $.session.from),
                cell: ({ fromMs, toMs }) => <ShowButton atMs={fromMs} onShow={() => onShow(fromMs, toMs)} />,
              },
              length: { header: t(($) => $.sessions.length), cell: ({ fromMs, toMs }) => format.length(toMs - fromMs) },
              emotion: {
                header: t(($) => $.session.emotion),
                cell: ({ emotion }) => <EmotionBadge emotion={emotion} />,
              },
              confidence: {
                header: t(($) => $.episodes.confidence),
                align: 'right',
                cell: ({ meanProbability }) => format.share(meanProbability),
              },
              correct: {
                align: 'right',
                cell: ({ fromMs, toMs }) => (
                  <RowButton
                    label={t(($) => $.episodes.correctThis, { at: formatClock(fromMs) })}
                    onClick={() => onSay({ fromMs, toMs })}
                  >
                    {t(($) => $.episodes.correct)}
                  </RowButton>
                ),
              },
            }}
          />
        )}
      </Paged>
    </Section>
  );
}
