import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Chooses a light or a dark screen, or whichever the system has. */
export function SchemeChoice() {
  const { t } = useTranslation('app');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label={t(($) => $.scheme.label)}
      size="xs"
      fullWidth
      color="ward.7"
      value={colorScheme}
      onChange={(chosen) => setColorScheme(chosen as MantineColorScheme)}
      data={[
        { value: 'light', label: t(($) => $.scheme.light) },
        { value: 'dark', label: t(($) => $.scheme.dark) },
        { value: 'auto', label: t(($) => $.scheme.auto) },
      ]}
    />
  );
}
