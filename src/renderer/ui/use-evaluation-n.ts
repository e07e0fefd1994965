import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../contract/models.ts';

/** Gives the n of an evaluation in words: "560 images of 40 subjects". */
export function useEvaluationN() {
  const { t } = useTranslation('evaluation');
  return ({ images, subjects }: Pick<Evaluation, 'images' | 'subjects'>): string =>
    t(($) => $.of, {
      images: t(($) => $.images, { count: images }),
      subjects: t(($) => $.subjects, { count: subjects }),
    });
}
