import { Button, Stack } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { MethodName } from '../../../../contract/contract.ts';
import { listen } from '../../../client/client.ts';
import { queryClient } from '../../../client/query-client.ts';
import { useCall } from '../../../client/use-call.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { LabNavigation } from '../lab-navigation.tsx';
import { FilterBar } from './filter-bar.tsx';
import { followOpening } from './follow-opening.ts';
import { keepsPlaces, readWallQuery, type WallQuery, wallQuery } from './wall-query.ts';
import { WallView } from './wall-view.tsx';

/** All faces of the datasets; which of them stands in the address. */
export function WallPage() {
  const { t } = useTranslation('wall');
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => readWallQuery(params), [params]);
  const { filter, order } = query;
  const images = useCall('wall.images', { filter, order });
  const isSteady = keepsPlaces(query);
  useEffect(
    () => (isSteady ? followOpening((onOpened) => listen('datasets.indexing', onOpened), askForWallAgain) : undefined),
    [isSteady],
  );
  const change = (part: Partial<WallQuery>) => setParams(wallQuery({ ...query, imageKey: null, ...part }));
  const narrow = (part: WallQuery['filter']) => change({ filter: { ...filter, ...part } });
  return (
    <Stack gap="md">
      <PageHeader title={t(($) => $.title)} description={t(($) => $.description)} />
      <LabNavigation />
      <FilterBar
        query={query}
        onFilter={narrow}
        onOrder={(chosen) => change({ order: chosen })}
        onWhole={() => change({ filter: { ...filter, run: undefined, keys: undefined }, picked: null })}
      />
      <Loaded query={images} what={t(($) => $.what)}>
        {(found) =>
          found.count === 0 ? (
            <NoImage
              isOfAll={Object.values(filter).every((part) => part === undefined)}
              onShowAll={() => setParams('')}
            />
          ) : (
            <WallView key={params.toString()} images={found} query={query} onFilter={narrow} />
          )
        }
      </Loaded>
    </Stack>
  );
}

function NoImage({ isOfAll, onShowAll }: { readonly isOfAll: boolean; readonly onShowAll: () => void }) {
  const { t } = useTranslation('wall');
  if (isOfAll) return <EmptyState title={t(($) => $.noneYet)}>{t(($) => $.noneYetHelp)}</EmptyState>;
  return (
    <EmptyState title={t(($) => $.none)}>
      {t(($) => $.noneHelp)}
      <Button mt="sm" mx="auto" display="block" variant="default" onClick={onShowAll}>
        {t(($) => $.showAll)}
      </Button>
    </EmptyState>
  );
}

function askForWallAgain(): void {
  for (const name of ['wall.images', 'wall.image', 'wall.counts'] satisfies MethodName[]) {
    void queryClient.invalidateQueries({ queryKey: [name] });
  }
}
