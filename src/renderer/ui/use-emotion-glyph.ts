import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Emotion } from '../../core/emotion/emotion.ts';

/** Gives the two letters of an emotion, for places too small for its word; a question mark for "not sure". */
export function useEmotionGlyph(): (emotion: Emotion | null) => string {
  const { t } = useTranslation('common');
  return useCallback((emotion) => (emotion === null ? '?' : t(($) => $.emotionGlyph[emotion])), [t]);
}
