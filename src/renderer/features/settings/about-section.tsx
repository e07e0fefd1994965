import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/use-call.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';

/** What this program is, and what it is not. */
export function AboutSection() {
  const { t } = useTranslation('settings');
  const status = useCall('site.status', {});
  return (
    <Section title={t(($) => $.about.title)}>
      <Loaded query={status} what={t(($) => $.about.what)}>
        {({ version, host }) => (
          <Stack gap={4}>
            <Text>{t(($) => (host === 'desktop' ? $.about.desktop : $.about.browser), { version })}</Text>
            <Text>{t(($) => $.about.purpose)}</Text>
            <Text>{t(($) => $.about.local)}</Text>
            <Text>{t(($) => $.about.licence)}</Text>
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
