import { useTranslation } from 'react-i18next';
import type { SayingRecord } from '../../../../contract/training.ts';
import { describeSaid } from '../../../../core/training/said.ts';

/** Gives what a record of the log says in the language of the screen; one that an earlier version wrote, as it stands. */
export function useLogWords(): (record: SayingRecord) => string {
  const { i18n } = useTranslation();
  return ({ said, message }) => (said ? describeSaid(said, i18n) : message);
}

/** Gives the name of a stage; one that this version has no words for, as it stands. */
export function useStageWords(): (stage: string) => string {
  const { t, i18n } = useTranslation('training');
  return (stage) =>
    i18n.exists(`stage.${stage}`, { ns: 'training' }) ? t(($) => $.stage[stage as keyof typeof $.stage]) : stage;
}
