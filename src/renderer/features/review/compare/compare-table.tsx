import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import { useFormat } from '../../../ui/format.ts';
import { WideTable } from '../../../ui/wide-table.tsx';
import type { ModelGroup } from './compared-session.ts';

/** The figures behind the bars; each model's sessions under a heading of their own. */
export function CompareTable({ groups }: { readonly groups: readonly ModelGroup[] }) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  return (
    <WideTable label={t(($) => $.session.tableOf, { what: t(($) => $.compare.table) })} minWidthPx={1100}>
      <Table horizontalSpacing={7} style={{ whiteSpace: 'nowrap' }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(($) => $.compare.session)}</Table.Th>
            <Table.Th>{t(($) => $.sessions.source)}</Table.Th>
            <Table.Th ta="right">{t(($) => $.sessions.length)}</Table.Th>
            <Table.Th ta="right">{t(($) => $.compare.coverage)}</Table.Th>
            {EMOTIONS.map((emotion) => (
              <Table.Th key={emotion} ta="right">
                {common(($) => $.emotion[emotion])}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t(($) => $.compare.notSure)}</Table.Th>
            <Table.Th>{t(($) => $.compare.baseline)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        {groups.map(({ modelId, modelVersion, sessions }) => (
          <Table.Tbody key={`${modelId} ${modelVersion}`}>
            <Table.Tr bg="gray.1">
              <Table.Th
                colSpan={EMOTIONS.length + 6}
                scope="rowgroup"
                style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}
              >
                {t(($) => $.compare.readBy, { model: modelId, version: modelVersion })}
              </Table.Th>
            </Table.Tr>
            {sessions.map(({ session, coverage, isLow, shares, baselineVersion }) => (
              <Table.Tr key={session.id}>
                <Table.Td>
                  <Anchor component={Link} to={`/sessions/${session.id}`} underline="always">
                    {format.dateTime(session.startedAtIso)}
                  </Anchor>
                </Table.Td>
                <Table.Td>{common(($) => $.source[session.source])}</Table.Td>
                <Table.Td ta="right">{format.length(session.durationMs)}</Table.Td>
                <Table.Td ta="right">
                  {format.share(coverage)}
                  {isLow && (
                    <Text span fw={650}>
                      {' '}
                      ({t(($) => $.compare.low)})
                    </Text>
                  )}
                </Table.Td>
                {shares.map(({ emotion, share }) => (
                  <Table.Td key={emotion ?? 'not-sure'} ta="right">
                    {format.share(share)}
                  </Table.Td>
                ))}
                <Table.Td>
                  {baselineVersion === null
                    ? t(($) => $.compare.noBaseline)
                    : t(($) => $.compare.baselineVersion, { version: baselineVersion })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        ))}
      </Table>
    </WideTable>
  );
}
