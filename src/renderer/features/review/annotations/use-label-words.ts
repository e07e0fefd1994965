import { useTranslation } from 'react-i18next';
import type { AnnotationLabel } from '../../../../core/emotion/annotation.ts';
import { isEmotion } from '../../../../core/emotion/emotion.ts';

/** The word for a person's label of an interval. */
export function useLabelWords(): (label: AnnotationLabel) => string {
  const { t } = useTranslation('common');
  return (label) => (isEmotion(label) ? t(($) => $.emotion[label]) : t(($) => $.annotation[label]));
}
