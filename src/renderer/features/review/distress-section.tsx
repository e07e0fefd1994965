import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Summary } from '../../../contract/sessions.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { Paged } from './paged.tsx';
import { ShowButton } from './show-button.tsx';

interface DistressSectionProps {
  readonly summary: Summary;
  readonly onShow: (fromMs: number, toMs: number) => void;
}

/** For how long distress was likely, and when; each stretch leads to its place on the timeline. */
export function DistressSection({ summary, onShow }: DistressSectionProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const { distress, usableMs } = summary;
  return (
    <Section title={t(($) => $.distress.title)} description={t(($) => $.distress.description)}>
      {distress ? (
        <>
          <Text data-testid="distress-times">
            {t(($) => $.distress.times, {
              likely: format.length(distress.likelyMs),
              notSure: format.length(distress.notSureMs),
              notSeen: format.length(distress.notSeenMs),
              usable: format.length(usableMs),
            })}
          </Text>
          <Paged rows={distress.episodes}>
            {(shown) => (
              <DataTable
                label={t(($) => $.session.tableOf, { what: t(($) => $.distress.title) })}
                empty={t(($) => $.distress.none)}
                rows={shown}
                rowKey={({ fromMs }) => fromMs}
                columns={{
                  from: {
                    header: t(($) => $.session.from),
                    cell: ({ fromMs, toMs }) => <ShowButton atMs={fromMs} onShow={() => onShow(fromMs, toMs)} />,
                  },
                  length: {
                    header: t(($) => $.sessions.length),
                    cell: ({ fromMs, toMs }) => format.length(toMs - fromMs),
                  },
                  sum: {
                    header: t(($) => $.distress.sum),
                    align: 'right',
                    cell: ({ meanDistress }) => format.share(meanDistress),
                  },
                }}
              />
            )}
          </Paged>
        </>
      ) : (
        <Text>{t(($) => $.distress.noLimits)}</Text>
      )}
    </Section>
  );
}
