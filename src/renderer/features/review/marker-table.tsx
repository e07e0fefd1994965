import { useTranslation } from 'react-i18next';
import type { Timeline } from '../../../contract/sessions.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/section.tsx';
import { useSessionTime } from './session-time.tsx';
import { ShowButton } from './show-button.tsx';
import { useMarkerWords } from './timeline/use-lanes.ts';

interface MarkerTableProps {
  readonly markers: Timeline['markers'];
  readonly onShow: (fromMs: number, toMs: number) => void;
}

/** What staff marked, in order of time. */
export function MarkerTable({ markers, onShow }: MarkerTableProps) {
  const { t } = useTranslation('review');
  const markerWords = useMarkerWords();
  const sessionTime = useSessionTime();
  return (
    <Section title={t(($) => $.markers.title)}>
      <DataTable
        label={t(($) => $.session.tableOf, { what: t(($) => $.markers.title) })}
        minWidthPx={420}
        empty={t(($) => $.markers.none)}
        rows={markers}
        rowKey={({ id }) => id}
        columns={{
          at: {
            header: t(($) => $.markers.at),
            wrap: 'never',
            cell: ({ atMs, toMs }) => (
              <>
                <ShowButton atMs={atMs} onShow={() => onShow(atMs, toMs ?? atMs)} />{' '}
                {toMs !== null && t(($) => $.markers.until, { at: sessionTime(toMs) })}
              </>
            ),
          },
          event: { header: t(($) => $.markers.event), wrap: 'anywhere', cell: markerWords },
          words: {
            header: t(($) => $.markers.words),
            wrap: 'anywhere',
            cell: ({ kind, text }) => kind !== 'custom' && text,
          },
          by: { header: t(($) => $.markers.by), wrap: 'anywhere', cell: ({ by }) => by },
        }}
      />
    </Section>
  );
}
