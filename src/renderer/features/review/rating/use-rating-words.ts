import { useTranslation } from 'react-i18next';
import type { Who } from '../../../../contract/review/ratings.ts';

interface Counts {
  readonly stretches: number;
  readonly children: number;
}

/** The words for an n, and for who is compared. */
export function useRatingWords() {
  const { t } = useTranslation('ratings');
  return {
    /** "40 stretches of 12 children" */
    of: ({ stretches, children }: Counts): string =>
      t(($) => $.of, {
        stretches: t(($) => $.stretches, { count: stretches }),
        children: t(($) => $.children, { count: children }),
      }),
    left: ({ stretches, children }: Counts): string =>
      t(($) => $.left, {
        stretches: t(($) => $.stretches, { count: stretches }),
        children: t(($) => $.children, { count: children }),
      }),
    who: (who: Who): string =>
      who.kind === 'rater' ? who.name : t(($) => (who.kind === 'machine' ? $.result.machine : $.result.agreed)),
  };
}
