import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DistressFacts } from '../../../../../core/report/facts/distress-facts.ts';
import type { FigureFact } from '../../../../../core/report/facts/figure-fact.ts';
import { useLocale } from '../../../../ui/language.tsx';
import { useShows } from '../../../../ui/use-shows.ts';

/** Hits and false alarms as counts of images, in the language of the screen. */
export function useRateWords() {
  const { t } = useTranslation('live');
  const shows = useShows();
  const locale = useLocale();
  return useMemo(() => {
    const count = new Intl.NumberFormat(locale);
    const counts = (facts: DistressFacts) => ({
      hits: count.format(imagesOf(facts.hit, facts.negativeImages)),
      negative: count.format(facts.negativeImages),
      alarms: count.format(imagesOf(facts.falseAlarm, facts.otherImages)),
      others: count.format(facts.otherImages),
      shows: shows(facts.shows),
    });
    return {
      atAge: (facts: DistressFacts, band: string) => t(($) => $.distress.rates, { ...counts(facts), band }),
      anyAge: (facts: DistressFacts) => t(($) => $.distress.ratesAnyAge, counts(facts)),
    };
  }, [t, shows, locale]);
}

function imagesOf(share: FigureFact | null, images: number): number {
  return share ? Math.round(share.value * images) : 0;
}
