import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DistressFacts } from '../../../../../core/report/facts/distress-facts.ts';
import type { FigureFact } from '../../../../../core/report/facts/figure-fact.ts';
import { useLocale } from '../../../../ui/language.tsx';
import { useShows } from '../../../../ui/use-shows.ts';

/** False alarms, those at rest first, and hits, as counts of images in the language of the screen. */
export function useRateWords() {
  const { t } = useTranslation('live');
  const shows = useShows();
  const locale = useLocale();
  return useMemo(() => {
    const count = new Intl.NumberFormat(locale);
    const counts = (facts: DistressFacts) => ({
      hits: count.format(imagesOf(facts.hit, facts.negativeImages)),
      negative: count.format(facts.negativeImages),
      rest: count.format(imagesOf(facts.falseAlarmNeutral, facts.neutralImages)),
      neutral: count.format(facts.neutralImages),
      alarms: count.format(imagesOf(facts.falseAlarm, facts.otherImages)),
      others: count.format(facts.otherImages),
      shows: shows(facts.shows),
    });
    return {
      atAge: (facts: DistressFacts, band: string) =>
        t(($) => (facts.falseAlarmNeutral ? $.distress.rates : $.distress.ratesWithoutRest), {
          ...counts(facts),
          band,
        }),
      anyAge: (facts: DistressFacts) =>
        t(($) => (facts.falseAlarmNeutral ? $.distress.ratesAnyAge : $.distress.ratesAnyAgeWithoutRest), counts(facts)),
      /** Of all faces without distress; empty where that stands in the sentence before, for want of faces at rest. */
      others: (facts: DistressFacts) =>
        facts.falseAlarmNeutral ? t(($) => $.distress.ratesOthers, counts(facts)) : '',
    };
  }, [t, shows, locale]);
}

function imagesOf(share: FigureFact | null, images: number): number {
  return share ? Math.round(share.value * images) : 0;
}
