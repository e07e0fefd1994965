import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ErasureTarget } from '../../../contract/records/erasures.ts';

interface EraseHelpProps {
  readonly kind: ErasureTarget['kind'];
  /** For how long it can be taken back; 0 if it goes at once. */
  readonly waitDays: number;
}

/** What becomes of what is erased, and of what reads it. */
export function EraseHelp({ kind, waitDays }: EraseHelpProps) {
  const { t } = useTranslation('erasing');
  if (waitDays === 0) return <Text>{t(($) => $.help[kind])}</Text>;
  return (
    <Text>
      {t(($) => $.waits, { count: waitDays })} {t(($) => $.waitsToo[kind])}
    </Text>
  );
}
