import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../contract/contract.ts';
import type { StudyCell } from '../../../../contract/study.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Section } from '../../../ui/section.tsx';
import { useSchemeWords } from './use-scheme-words.ts';

const REASONS = ['collapsed', 'loss-not-finite', 'impossible'] as const;

/** How far a study is, cell by cell. */
export function StudyProgress({ study, cells, preparing }: Output<'studies.get'>) {
  const { t } = useTranslation('study');
  const format = useFormat();
  const words = useSchemeWords();
  const { all, done, failed } = study.cells;
  const running = cells.find(({ state }) => state === 'running');
  const left = study.state === 'running' ? leftMs(cells, study.budgetSteps) : null;
  const state = t(($) => $.state[study.isWaiting ? 'waiting' : study.state]);
  return (
    <Section title={t(($) => $.progress.title)}>
      <Text role="status" fw={600}>
        {state}: {t(($) => $.progress.done, { done, all })}
        {failed > 0 && t(($) => $.progress.failed, { count: failed })}
      </Text>
      <Progress value={((done + failed) / all) * 100} size="lg" aria-label={t(($) => $.progress.done, { done, all })} />
      {preparing && <Text>{t(($) => $.progress.preparing)}</Text>}
      {running && (
        <Text c="dimmed">
          {t(($) => $.progress.now, {
            cell: t(($) => $.progress.cell, { ...words(running), size: running.size, repetition: running.seed }),
            step: running.step ?? 0,
            steps: study.budgetSteps,
          })}
        </Text>
      )}
      {left !== null && <Text>{t(($) => $.progress.left, { length: format.length(left) })}</Text>}
      <CellTable cells={cells} />
    </Section>
  );
}

function CellTable({ cells }: { readonly cells: readonly StudyCell[] }) {
  const { t } = useTranslation('study');
  const format = useFormat();
  const words = useSchemeWords();
  const why = (code: string | null) => REASONS.find((each) => each === code) ?? 'other';
  return (
    <DataTable
      label={t(($) => $.progress.cells)}
      minWidthPx={720}
      maxHeightPx={360}
      rows={cells}
      rowKey={({ learner, regime, size, seed }) => [learner, regime, size, seed].join(' ')}
      columns={{
        learner: { header: t(($) => $.progress.learner), cell: (cell) => words(cell).learner },
        regime: { header: t(($) => $.progress.regime), cell: (cell) => words(cell).regime },
        size: { header: t(($) => $.progress.size), align: 'right', cell: ({ size }) => format.number(size) },
        repetition: {
          header: t(($) => $.progress.repetition),
          align: 'right',
          cell: ({ seed }) => format.number(seed),
        },
        state: {
          header: t(($) => $.progress.state),
          cell: ({ state, failedOf }) =>
            state === 'failed'
              ? `${t(($) => $.progress.cellState.failed)}: ${t(($) => $.progress.why[why(failedOf)])}`
              : t(($) => $.progress.cellState[state]),
        },
        result: {
          header: t(($) => $.progress.result),
          align: 'right',
          cell: ({ balancedAccuracy }) => (balancedAccuracy === null ? '—' : format.figure(balancedAccuracy)),
        },
      }}
    />
  );
}

/** By the mean of the cells that are done; null before the first. */
function leftMs(cells: readonly StudyCell[], budgetSteps: number): number | null {
  const took = cells.flatMap(({ seconds }) => seconds ?? []);
  if (took.length === 0) return null;
  const meanMs = (1000 * took.reduce((sum, each) => sum + each, 0)) / took.length;
  const open = cells.filter(({ state }) => state === 'open' || state === 'running').length;
  const made = (cells.find(({ state }) => state === 'running')?.step ?? 0) / budgetSteps;
  return meanMs * Math.max(0, open - made);
}
