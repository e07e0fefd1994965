import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MarkerChange } from '../../../../contract/review/trends.ts';
import { useCall } from '../../../client/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/section.tsx';
import { useMarkerWords } from '../timeline/use-lanes.ts';

/** What changed from the minute before a marker to the minute from it on, over all of a child's markers of a kind. */
export function AroundMarkersSection({ childId }: { readonly childId: string }) {
  const { t } = useTranslation('trends');
  const changes = useCall('sessions.aroundMarkers', { childId });
  return (
    <Section title={t(($) => $.around.title)} description={t(($) => $.around.description)}>
      <Loaded query={changes} what={t(($) => $.around.what)}>
        {(found) => <Changes changes={found} />}
      </Loaded>
    </Section>
  );
}

function Changes({ changes }: { readonly changes: readonly MarkerChange[] }) {
  const { t } = useTranslation('trends');
  const { t: review } = useTranslation('review');
  const markerWords = useMarkerWords();
  return (
    <DataTable
      label={review(($) => $.session.tableOf, { what: t(($) => $.around.title) })}
      minWidthPx={760}
      empty={t(($) => $.around.none)}
      rows={changes}
      rowKey={({ modelId, modelVersion, kind, name }) => JSON.stringify([modelId, modelVersion, kind, name])}
      groupOf={({ modelId, modelVersion }) =>
        review(($) => $.compare.readBy, { model: modelId, version: modelVersion })
      }
      columns={{
        marker: {
          header: t(($) => $.around.marker),
          isRowHeader: true,
          wrap: 'anywhere',
          cell: ({ kind, name }) => markerWords({ kind, text: name }),
        },
        n: {
          header: t(($) => $.around.n),
          cell: ({ markers, sessions, leftOut }) => (
            <>
              {t(($) => $.around.markers, { count: markers, sessions })}
              {leftOut > 0 && (
                <Text size="sm" c="dimmed">
                  {t(($) => $.around.leftOut, { count: leftOut })}
                </Text>
              )}
            </>
          ),
        },
        distress: { header: t(($) => $.around.distress), cell: ({ distress }) => <Change change={distress} /> },
        valence: { header: t(($) => $.around.valence), cell: ({ valence }) => <Change change={valence} /> },
      }}
    />
  );
}

/** From what to what, and the change with its interval. */
function Change({ change }: { readonly change: MarkerChange['distress'] }) {
  const { t } = useTranslation('trends');
  const { figure } = useFormat();
  if (!change) return t(($) => $.around.tooLittle);
  const { before, after, interval } = change;
  const words = { before: figure(before), after: figure(after), change: figure(change.change, true) };
  return (
    <>
      <Text>{t(($) => $.around.change, words)}</Text>
      <Text size="sm" c="dimmed">
        {interval
          ? t(($) => $.around.interval[interval.over], {
              low: figure(interval.low, true),
              high: figure(interval.high, true),
            })
          : t(($) => $.around.single)}
      </Text>
    </>
  );
}
