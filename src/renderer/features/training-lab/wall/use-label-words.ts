import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isEmotion } from '../../../../core/emotion/emotion.ts';
import type { ImageLabel } from '../../../../core/store/lab/wall/wall-filter.ts';

/** Gives the words of a label, or its two letters for places too small for them. */
export function useLabelWords(): { words: (label: ImageLabel) => string; glyph: (label: ImageLabel) => string } {
  const { t } = useTranslation('wall');
  const { t: common } = useTranslation('common');
  return {
    words: useCallback(
      (label) => (isEmotion(label) ? common(($) => $.emotion[label]) : t(($) => $.label[label])),
      [t, common],
    ),
    glyph: useCallback(
      (label) => (isEmotion(label) ? common(($) => $.emotionGlyph[label]) : t(($) => $.labelGlyph[label])),
      [t, common],
    ),
  };
}
