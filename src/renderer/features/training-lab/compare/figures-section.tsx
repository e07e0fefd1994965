import { useTranslation } from 'react-i18next';
import type { Evaluation, Figure as FigureData } from '../../../../contract/models.ts';
import type { ComparedRuns } from '../../../../contract/results.ts';
import { results as words } from '../../../../core/words/en/results.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { PageLink } from '../../../ui/page-link.tsx';
import { Section } from '../../../ui/section.tsx';
import { useEvaluationN } from '../../../ui/use-evaluation-n.ts';

const MEASURES = {
  balancedAccuracy: (test) => test.balancedAccuracy,
  accuracy: (test) => test.accuracy,
  macroF1: (test) => test.macroF1,
  calibrationError: (test) => test.expectedCalibrationError,
  abstained: (test) => test.abstained,
  accuracyWhenSure: (test) => test.accuracyWhenSure,
} as const satisfies Record<string, (test: Evaluation) => FigureData | null>;

type Measure = keyof typeof MEASURES;
type SettingName = keyof (typeof words)['setting'];

/** The figures of runs in columns, and below them the settings that differ. */
export function FiguresSection({ runs, differing }: Pick<ComparedRuns, 'runs' | 'differing'>) {
  const { t } = useTranslation('results');
  const { t: evaluation } = useTranslation('evaluation');
  const n = useEvaluationN();
  const figures = runs.map(({ run }): [string, Column<Measure>] => [
    run.id,
    {
      header: <PageLink to={`/training/runs/${run.id}`}>{run.name}</PageLink>,
      minWidthPx: 150,
      cell: (measure) =>
        run.test ? <Figure figure={MEASURES[measure](run.test)} n={n(run.test)} /> : t(($) => $.compare.notTested),
    },
  ]);
  const settings = runs.map(({ run }, index): [string, Column<ComparedRuns['differing'][number]>] => [
    run.id,
    { header: run.name, wrap: 'anywhere', cell: ({ values }) => values[index] ?? '–' },
  ]);
  const settingWords = (name: string) =>
    Object.hasOwn(words.setting, name) ? t(($) => $.setting[name as SettingName]) : name;
  return (
    <>
      <Section title={t(($) => $.compare.figures)}>
        <DataTable
          label={t(($) => $.compare.figures)}
          minWidthPx={220 + 170 * runs.length}
          rows={Object.keys(MEASURES) as Measure[]}
          rowKey={(measure) => measure}
          columns={{
            measure: { isRowHeader: true, cell: (measure) => evaluation(($) => $.measure[measure]) },
            ...Object.fromEntries(figures),
          }}
        />
      </Section>
      <Section title={t(($) => $.compare.settings)} description={t(($) => $.compare.settingsHelp)}>
        <DataTable
          label={t(($) => $.compare.settings)}
          empty={t(($) => $.compare.sameSettings)}
          minWidthPx={220 + 130 * runs.length}
          rows={differing}
          rowKey={({ name }) => name}
          columns={{
            name: { isRowHeader: true, cell: ({ name }) => settingWords(name) },
            ...Object.fromEntries(settings),
          }}
        />
      </Section>
    </>
  );
}
