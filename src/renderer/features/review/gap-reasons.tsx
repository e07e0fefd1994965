import { useTranslation } from 'react-i18next';
import type { Summary } from '../../../contract/sessions.ts';
import { GAP_REASONS } from '../../../core/emotion/gap.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';

/** Time without a reading, by reason, longest first. */
export function GapReasons({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const reasons = GAP_REASONS.map((reason) => ({ reason, ms: summary.gapMsByReason[reason] ?? 0 }))
    .filter(({ ms }) => ms > 0)
    .sort((a, b) => b.ms - a.ms);
  return (
    <Section title={t(($) => $.gaps.title)} description={t(($) => $.gaps.description)}>
      <DataTable
        label={t(($) => $.session.tableOf, { what: t(($) => $.gaps.title) })}
        empty={t(($) => $.gaps.none)}
        rows={reasons}
        rowKey={({ reason }) => reason}
        columns={{
          reason: {
            header: t(($) => $.gaps.reason),
            isRowHeader: true,
            cell: ({ reason }) => common(($) => $.gap[reason]),
          },
          time: { header: t(($) => $.session.time), align: 'right', cell: ({ ms }) => format.length(ms) },
          share: {
            header: t(($) => $.gaps.shareOfSession),
            align: 'right',
            cell: ({ ms }) => format.share(summary.durationMs > 0 ? ms / summary.durationMs : 0),
          },
        }}
      />
    </Section>
  );
}
