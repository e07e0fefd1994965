import { Stack, Text } from '@mantine/core';
import { useCall } from '../../client/use-call.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { NOT_A_DIAGNOSIS } from '../../ui/words.ts';

/** What this program is, and what it is not. */
export function AboutSection() {
  const status = useCall('site.status', {});
  return (
    <Section title="About">
      <Loaded query={status} what="the version">
        {({ version, host }) => (
          <Stack gap={4}>
            <Text>
              Faceward {version}, {host === 'desktop' ? 'in its own window' : 'in a browser'}.
            </Text>
            <Text>{NOT_A_DIAGNOSIS}. It helps trained staff to look; it does not replace looking at the child.</Text>
            <Text>Everything stays on this machine: the program uses no network and no cloud.</Text>
            <Text>Licence: Apache-2.0.</Text>
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
