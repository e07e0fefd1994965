import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Study } from '../../../../contract/study.ts';
import { useCall } from '../../../client/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageLink } from '../../../ui/page-link.tsx';
import { Section } from '../../../ui/section.tsx';
import { LabNavigation } from '../lab-navigation.tsx';
import { NewStudySection } from './new-study-section.tsx';

/** The studies so far, and a form for another. */
export function StudiesPage() {
  const { t } = useTranslation('study');
  const studies = useCall('studies.list', {});
  return (
    <Stack gap="lg">
      <PageHeader title={t(($) => $.title)} description={t(($) => $.description)} />
      <LabNavigation />
      <Section title={t(($) => $.list.title)}>
        <Loaded query={studies} what={t(($) => $.list.what)}>
          {(list) => <StudyTable studies={list} />}
        </Loaded>
      </Section>
      <NewStudySection />
    </Stack>
  );
}

function StudyTable({ studies }: { readonly studies: readonly Study[] }) {
  const { t } = useTranslation('study');
  const format = useFormat();
  return (
    <DataTable
      label={t(($) => $.list.label)}
      minWidthPx={560}
      empty={t(($) => $.list.none)}
      rows={studies}
      rowKey={({ id }) => id}
      columns={{
        study: {
          header: t(($) => $.list.study),
          wrap: 'anywhere',
          cell: ({ id, name }) => <PageLink to={`/training/study/${id}`}>{name}</PageLink>,
        },
        started: { header: t(($) => $.list.started), cell: ({ startedAtIso }) => format.dateTime(startedAtIso) },
        state: {
          header: t(($) => $.list.state),
          cell: ({ state, isWaiting }) => t(($) => $.state[isWaiting ? 'waiting' : state]),
        },
        cells: {
          header: t(($) => $.list.cells),
          cell: ({ cells: { all, done } }) => t(($) => $.list.cellsOf, { all, done }),
        },
      }}
    />
  );
}
