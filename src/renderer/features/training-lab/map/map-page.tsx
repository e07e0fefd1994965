import { Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCall } from '../../../client/use-call.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageLink } from '../../../ui/page-link.tsx';
import { RunPictures } from '../../../ui/run-pictures.tsx';
import { LabNavigation } from '../lab-navigation.tsx';
import { FEWEST_POINTS } from './fewest-points.ts';
import { MapSection } from './map-section.tsx';

/** A map of a run's faces, as its encoder sees them; which run stands in the address. */
export function MapPage() {
  const { t } = useTranslation('results');
  const [params, setParams] = useSearchParams();
  const runs = useCall('runs.list', {});
  const finished = runs.data?.filter(({ state }) => state === 'finished') ?? [];
  // The newest, unless another is asked for.
  const { id: runId } = finished.find(({ id }) => id === params.get('run')) ?? finished[0] ?? { id: null };
  return (
    <Stack gap="lg">
      <PageHeader title={t(($) => $.map.title)} description={t(($) => $.map.description)} />
      <LabNavigation />
      {runs.data && finished.length === 0 && (
        <EmptyState title={t(($) => $.map.noRun)}>
          <PageLink to="/training">{t(($) => $.toStart)}</PageLink>
        </EmptyState>
      )}
      {finished.length > 0 && (
        <Select
          label={t(($) => $.map.run)}
          data={finished.map(({ id, name }) => ({ value: id, label: name }))}
          value={runId}
          searchable
          maw={480}
          onChange={(id) => setParams(id === null ? {} : { run: id })}
        />
      )}
      {runId !== null && (
        <RunPictures key={runId} runId={runId} hasCounts={false}>
          <MapOfRun runId={runId} />
        </RunPictures>
      )}
    </Stack>
  );
}

function MapOfRun({ runId }: { readonly runId: string }) {
  const { t } = useTranslation('results');
  const points = useCall('results.points', { runId });
  return (
    <Loaded query={points} what={t(($) => $.map.what)}>
      {(found) =>
        found.keys.length < FEWEST_POINTS ? (
          <Text>{t(($) => $.map.tooFew, { fewest: FEWEST_POINTS })}</Text>
        ) : (
          <MapSection points={found} />
        )
      }
    </Loaded>
  );
}
