import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../contract/models.ts';

/** What has to be known of an evaluation before any of its figures is read. */
export function EvaluationCautions({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('evaluation');
  const { t: common } = useTranslation('common');
  const { subjectsKnown, restrictedTo, leftOut } = evaluation;
  return (
    <>
      {!subjectsKnown && <Text fw={600}>{t(($) => $.subjectsUnknown)}</Text>}
      {restrictedTo && leftOut > 0 && (
        <Text>
          {t(($) => $.restricted, {
            emotions: restrictedTo.map((emotion) => common(($) => $.emotion[emotion]).toLowerCase()).join(', '),
            images: t(($) => $.images, { count: leftOut }),
          })}
        </Text>
      )}
    </>
  );
}
