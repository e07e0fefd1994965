import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../contract/models.ts';
import { AGE_BANDS } from '../../core/emotion/age.ts';
import { DataTable } from './data-table.tsx';
import { Figure } from './figure.tsx';
import { useFormat } from './format.ts';
import { PicturesLink } from './pictures-link.tsx';
import { PicturesOfRun } from './pictures-of-run.ts';
import { useEvaluationN } from './use-evaluation-n.ts';

/** The same figures by age band, where age is known. */
export function AgeBandTable({ bands }: { readonly bands: Evaluation['byAgeBand'] }) {
  const { t } = useTranslation('evaluation');
  const { t: results } = useTranslation('results');
  const hasPictures = use(PicturesOfRun) !== null;
  const format = useFormat();
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
        ...(hasPictures
          ? {
              pictures: {
                header: results(($) => $.pictures.images),
                align: 'right' as const,
                cell: ({ band, images }: Evaluation['byAgeBand'][number]) => (
                  <PicturesLink
                    choice={{ ageBand: AGE_BANDS.find(({ name }) => name === band)?.name }}
                    count={images}
                    label={results(($) => $.pictures.openAge, { images: t(($) => $.images, { count: images }), band })}
                  >
                    {format.number(images)}
                  </PicturesLink>
                ),
              },
            }
          : {}),
        accuracy: {
          header: t(($) => $.measure.accuracy),
          cell: (each) => <Figure figure={each.accuracy} n={evaluationN(each)} />,
        },
      }}
    />
  );
}
