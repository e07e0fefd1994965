import { useTranslation } from 'react-i18next';
import type { Study } from '../../../../contract/study.ts';
import { useFormat } from '../../../ui/format.ts';

/** What a study is made of, in a sentence or two. */
export function StudyDescription({ study }: { readonly study: Study }) {
  const { t } = useTranslation('study');
  const format = useFormat();
  const about = t(($) => $.one.about, {
    datasets: study.datasetNames.join(', '),
    repeats: t(($) => $.one.repeats, { count: study.repeats }),
    budget: study.budgetSteps,
    by: study.startedBy,
    started: format.dateTime(study.startedAtIso),
  });
  return [about, ...(study.engine ? [t(($) => $.one.engine, { engine: study.engine })] : [])].join(' ');
}
