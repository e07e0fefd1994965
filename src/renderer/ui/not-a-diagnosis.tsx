import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Stands wherever a reading stands. */
export function NotADiagnosis() {
  const { t } = useTranslation('common');
  return (
    <Text size="sm" fw={600} lh="inherit" c="ward.8">
      {t(($) => $.notADiagnosis)}
    </Text>
  );
}
