import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ComparedRuns, RunPair } from '../../../../contract/results.ts';
import { useFormat } from '../../../ui/format.ts';
import { Section } from '../../../ui/section.tsx';
import { comparisonSentences, type VerdictWords } from '../../../ui/verdict-words.ts';

/** Every two runs on the same test images, in sentences; or why they cannot be compared. */
export function PairsSection({ runs, pairs }: Pick<ComparedRuns, 'runs' | 'pairs'>) {
  const { t } = useTranslation('results');
  const { t: evaluation } = useTranslation('evaluation');
  const format = useFormat();
  const words: VerdictWords = { t, format, images: (count) => evaluation(($) => $.images, { count }) };
  const nameOf = (id: string) => runs.find(({ run }) => run.id === id)?.run.name ?? id;
  const sentences = ({ comparison, why }: RunPair) =>
    comparison ? comparisonSentences(comparison, words) : [t(($) => $.compare.why[why ?? 'not-read'])];
  return (
    <Section title={t(($) => $.compare.pairs)} description={t(($) => $.compare.pairsHelp)}>
      <List spacing="sm">
        {pairs.map((pair) => (
          <List.Item key={`${pair.candidateId} ${pair.referenceId}`}>
            <Stack gap={2} style={{ overflowWrap: 'anywhere' }}>
              <Text fw={600}>
                {t(($) => $.compare.pair, {
                  candidate: nameOf(pair.candidateId),
                  reference: nameOf(pair.referenceId),
                })}
              </Text>
              {sentences(pair).map((sentence) => (
                <Text key={sentence}>{sentence}</Text>
              ))}
            </Stack>
          </List.Item>
        ))}
      </List>
      {pairs.length > 1 && <Text size="sm">{t(($) => $.compare.several)}</Text>}
    </Section>
  );
}
