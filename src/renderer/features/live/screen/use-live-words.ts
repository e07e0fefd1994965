import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Emotion } from '../../../../core/emotion/emotion.ts';
import type { GapReason } from '../../../../core/emotion/gap.ts';
import { useLocale } from '../../../ui/language.tsx';
import { useEmotionGlyph } from '../../../ui/use-emotion-glyph.ts';

/** The words and numbers of a reading, in the language of the screen. */
export interface LiveWords {
  /** Null is "not sure". */
  readonly emotion: (emotion: Emotion | null) => string;
  /** Its letters, where there is no room for the word. */
  readonly glyph: (emotion: Emotion | null) => string;
  readonly gap: (reason: GapReason) => string;
  /** 0 to 1 as a whole percentage. */
  readonly share: (share: number) => string;
  readonly count: (count: number) => string;
  /** -1 to 1 with its sign and one decimal. */
  readonly valence: (value: number) => string;
}

export function useLiveWords(): LiveWords {
  const { t: common } = useTranslation('common');
  const glyph = useEmotionGlyph();
  const locale = useLocale();
  return useMemo(() => {
    const percent = new Intl.NumberFormat(locale, { style: 'percent' });
    const count = new Intl.NumberFormat(locale);
    const signed = new Intl.NumberFormat(locale, {
      signDisplay: 'exceptZero',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    return {
      emotion: (emotion) => (emotion ? common(($) => $.emotion[emotion]) : common(($) => $.notSure)),
      glyph,
      gap: (reason) => common(($) => $.gap[reason]),
      // Never rounded up: what is below a threshold of 77 % is not shown as 77 %.
      share: (share) => percent.format(Math.floor(100 * share) / 100),
      count: (value) => count.format(value),
      valence: (value) => signed.format(value),
    };
  }, [common, glyph, locale]);
}
