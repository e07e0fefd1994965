import { useTranslation } from 'react-i18next';
import type { RatingResults } from '../../../../contract/review/ratings.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { useRatingWords } from './use-rating-words.ts';

/** Every two who are compared, and all raters together where there are more. */
export function AgreementTable({ results }: { readonly results: RatingResults }) {
  const { t } = useTranslation('ratings');
  const words = useRatingWords();
  const { together, comparisons } = results;
  const rows = [
    ...(together ? [{ ...together, who: t(($) => $.result.all), beyond: together.alpha }] : []),
    ...comparisons.map((each) => ({
      ...each,
      who: t(($) => $.result.pair, { a: words.who(each.a), b: words.who(each.b) }),
      beyond: each.cohenKappa,
    })),
  ];
  return (
    <DataTable
      label={t(($) => $.result.agreementTable)}
      minWidthPx={600}
      rows={rows}
      rowKey={({ who }) => who}
      columns={{
        who: { header: t(($) => $.result.who), isRowHeader: true, wrap: 'anywhere', cell: ({ who }) => who },
        observed: {
          header: t(($) => $.result.observed),
          cell: (row) => <Figure figure={row.observed} n={words.of(row)} />,
        },
        beyond: {
          header: t(($) => (together ? $.result.beyondChance : $.result.kappa)),
          cell: (row) => (
            <>
              {together && `${t(($) => ('alpha' in row ? $.result.alpha : $.result.kappa))} `}
              <Figure figure={row.beyond} n={words.of(row)} />
            </>
          ),
        },
      }}
    />
  );
}
