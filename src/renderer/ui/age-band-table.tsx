import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../contract/models.ts';
import { DataTable } from './data-table.tsx';
import { Figure } from './figure.tsx';
import { useEvaluationN } from './use-evaluation-n.ts';

/** The same figures by age band, where age is known. */
export function AgeBandTable({ bands }: { readonly bands: Evaluation['byAgeBand'] }) {
  const { t } = useTranslation('evaluation');
  const evaluationN = useEvaluationN();
  return (
    <DataTable
      label={t(($) => $.byAgeTable)}
      minWidthPx={460}
      rows={bands}
      rowKey={({ band }) => band}
      columns={{
        age: { header: t(($) => $.age), isRowHeader: true, cell: ({ band }) => band },
        balancedAccuracy: {
          header: t(($) => $.measure.balancedAccuracy),
          cell: (each) => <Figure figure={each.balancedAccuracy} n={evaluationN(each)} />,
        },
        accuracy: {
          header: t(($) => $.measure.accuracy),
          cell: (each) => <Figure figure={each.accuracy} n={evaluationN(each)} />,
        },
      }}
    />
  );
}
