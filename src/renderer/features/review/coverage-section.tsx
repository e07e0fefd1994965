import { Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Summary } from '../../../contract/sessions.ts';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';

/** How much of the session could be read: every other figure rests on it. */
export function CoverageSection({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const { coverage, usableMs, durationMs, notSureMs, unaccountedMs } = summary;
  const sureMs = usableMs - notSureMs;
  return (
    <Section title={t(($) => $.coverage.title)} description={t(($) => $.coverage.description)}>
      <SimpleGrid cols={3}>
        <Fact value={format.part(coverage)} words={t(($) => $.coverage.read, { length: format.length(durationMs) })} />
        <Fact value={format.length(sureMs)} words={t(($) => $.coverage.named)} />
        <Fact value={format.length(notSureMs)} words={t(($) => $.coverage.notSure)} />
      </SimpleGrid>
      {unaccountedMs >= 100 && (
        <Text size="sm" c="dimmed">
          {t(($) => $.coverage.holes, { length: format.length(unaccountedMs) })}
        </Text>
      )}
      <Progress
        value={coverage * 100}
        size="lg"
        aria-label={t(($) => $.coverage.bar, { share: format.part(coverage) })}
      />
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
