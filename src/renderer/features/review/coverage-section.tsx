import { Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import type { Summary } from '../../../contract/sessions.ts';
import { formatLength, formatShare } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';

/** How much of the session was seen at all: what every other figure stands on. */
export function CoverageSection({ summary }: { readonly summary: Summary }) {
  const { coverage, usableMs, durationMs, notSureMs, unaccountedMs } = summary;
  const sureMs = usableMs - notSureMs;
  return (
    <Section
      title="Coverage"
      description="How much of the session could be read. All other figures stand on this part only."
    >
      <SimpleGrid cols={3}>
        <Fact value={formatShare(coverage)} words={`of ${formatLength(durationMs)} could be read`} />
        <Fact value={formatLength(sureMs)} words="with an emotion named" />
        <Fact value={formatLength(notSureMs)} words="read, but not sure" />
      </SimpleGrid>
      {unaccountedMs >= 100 && (
        <Text size="sm" c="dimmed">
          Holes too short to be gaps: {formatLength(unaccountedMs)} in all.
        </Text>
      )}
      <Progress value={coverage * 100} size="lg" aria-label={`Coverage ${formatShare(coverage)}`} />
    </Section>
  );
}

function Fact({ value, words }: { readonly value: string; readonly words: string }) {
  return (
    <Stack gap={0}>
      <Text size="xl" fw={700}>
        {value}
      </Text>
      <Text c="dimmed">{words}</Text>
    </Stack>
  );
}
