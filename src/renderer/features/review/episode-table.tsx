import { useTranslation } from 'react-i18next';
import type { Episode, Session } from '../../../contract/sessions.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmotionBadge } from '../../ui/emotion-badge.tsx';
import { formatClock, useFormat } from '../../ui/format.ts';
import { RowButton } from '../../ui/row-button.tsx';
import { Section } from '../../ui/section.tsx';
import type { TimeRange } from '../../ui/timeline/time-range.ts';
import { Paged } from './paged.tsx';
import { ShowButton } from './show-button.tsx';
import { KeptPicture } from './timeline/kept-picture.tsx';

/** Of the kept picture of its middle. */
const SHOWN_PX = 56;

interface EpisodeTableProps {
  readonly session: Session;
  readonly episodes: readonly Episode[];
  readonly onShow: (fromMs: number, toMs: number) => void;
  /** Called when somebody wants to correct an episode. */
  readonly onSay: (stretch: TimeRange) => void;
}

/** Stretches in which one emotion held; each leads to its place on the timeline. */
export function EpisodeTable({ session, episodes, onShow, onSay }: EpisodeTableProps) {
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
              ...(session.keepsCrops && {
                picture: {
                  header: t(($) => $.queue.picturesAt),
                  cell: ({ fromMs, toMs }: Episode) => (
                    <KeptPicture session={session} atMs={(fromMs + toMs) / 2} sidePx={SHOWN_PX} />
                  ),
                },
              }),
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
