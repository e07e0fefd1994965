import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Summary } from '../../../contract/sessions.ts';
import { GAP_REASONS } from '../../../core/emotion/gap.ts';
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
      {reasons.length === 0 ? (
        <Text>{t(($) => $.gaps.none)}</Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t(($) => $.gaps.reason)}</Table.Th>
              <Table.Th ta="right">{t(($) => $.session.time)}</Table.Th>
              <Table.Th ta="right">{t(($) => $.gaps.shareOfSession)}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {reasons.map(({ reason, ms }) => (
              <Table.Tr key={reason}>
                <Table.Td>{common(($) => $.gap[reason])}</Table.Td>
                <Table.Td ta="right">{format.length(ms)}</Table.Td>
                <Table.Td ta="right">{format.share(summary.durationMs > 0 ? ms / summary.durationMs : 0)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
