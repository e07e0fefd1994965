import { MultiSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { MOST_RUNS_COMPARED } from '../../../../contract/results.ts';
import type { Run } from '../../../../contract/training.ts';
import { useCall } from '../../../client/use-call.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageLink } from '../../../ui/page-link.tsx';
import { LabNavigation } from '../lab-navigation.tsx';
import { CurvesSection } from './curves-section.tsx';
import { FiguresSection } from './figures-section.tsx';
import { PairsSection } from './pairs-section.tsx';

/** Runs side by side; which ones stands in the address. */
export function CompareRunsPage() {
  const { t } = useTranslation('results');
  const runs = useCall('runs.list', {});
  return (
    <Stack gap="lg">
      <PageHeader title={t(($) => $.compare.title)} description={t(($) => $.compare.description)} />
      <LabNavigation />
      {runs.data && runs.data.length < 2 ? (
        <EmptyState title={t(($) => $.compare.tooFew)}>
          <PageLink to="/training">{t(($) => $.toStart)}</PageLink>
        </EmptyState>
      ) : (
        <ChosenRuns runs={runs.data ?? []} />
      )}
    </Stack>
  );
}

function ChosenRuns({ runs }: { readonly runs: readonly Run[] }) {
  const { t } = useTranslation('results');
  const [params, setParams] = useSearchParams();
  const there = new Set(runs.map(({ id }) => id));
  const chosen = (params.get('runs') ?? '')
    .split(',')
    .filter((id) => there.has(id))
    .slice(0, MOST_RUNS_COMPARED);
  const compared = useCall('results.compare', { runIds: chosen }, { enabled: chosen.length > 1 });
  return (
    <>
      <MultiSelect
        label={t(($) => $.compare.choose)}
        description={t(($) => $.compare.chooseHelp, { most: MOST_RUNS_COMPARED })}
        data={runs.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        maxValues={MOST_RUNS_COMPARED}
        searchable
        hidePickedOptions
        onChange={(ids) => setParams(ids.length === 0 ? {} : { runs: ids.join(',') })}
      />
      {chosen.length < 2 ? (
        <Text>{t(($) => $.compare.chooseTwo)}</Text>
      ) : (
        <Loaded query={compared} what={t(($) => $.compare.what)}>
          {(found) => (
            <>
              <PairsSection runs={found.runs} pairs={found.pairs} />
              <FiguresSection runs={found.runs} differing={found.differing} />
              <CurvesSection runs={found.runs} />
            </>
          )}
        </Loaded>
      )}
    </>
  );
}
