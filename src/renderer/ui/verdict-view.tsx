import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Comparison, Evaluation } from '../../contract/models.ts';
import { verdictOf } from '../../core/evaluation/verdict/verdict.ts';
import { useFormat } from './format.ts';
import { ageSentences, comparisonSentences, standingSentences, type VerdictWords } from './verdict-words.ts';

interface VerdictViewProps {
  readonly test: Evaluation | null;
  /** Null where it was not compared, which is said; left out where that is not the question. */
  readonly comparison?: Comparison | null;
}

/** What a test came to, in plain sentences: better or worse, by how much, how sure, and for whom. */
export function VerdictView({ test, comparison }: VerdictViewProps) {
  const { t } = useTranslation('results');
  const { t: evaluation } = useTranslation('evaluation');
  const format = useFormat();
  const words: VerdictWords = { t, format, images: (count) => evaluation(($) => $.images, { count }) };
  const standing = test ? standingSentences(test, words) : [];
  const compared = comparison ? comparisonSentences(comparison, words) : [];
  const [first, ...more] = [
    ...compared,
    ...standing,
    ...(comparison === null ? [t(($) => $.verdict.notCompared)] : []),
  ];
  const kind = comparison ? verdictOf(comparison).kind : undefined;
  const ages = comparison?.byAgeBand ? ageSentences(comparison, words) : null;
  return (
    <Stack gap="xs" maw="80ch">
      <Text size="lg" fw={650} style={{ overflowWrap: 'anywhere' }}>
        {first}
      </Text>
      {more.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      {ages && ages.length === 0 && <Text>{t(($) => $.forWhom.unknown)}</Text>}
      {ages && ages.length > 0 && (
        <>
          <Text fw={600}>{t(($) => $.forWhom.title)}</Text>
          <List>
            {ages.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
          {ages.length > 1 && kind !== 'too-few' && <Text size="sm">{t(($) => $.forWhom.several)}</Text>}
        </>
      )}
      {comparison !== undefined && (
        <Text size="sm" c="dimmed">
          {[
            t(($) => $.verdict.balanced),
            ...(kind && kind !== 'too-few' ? [t(($) => $.verdict.points)] : []),
            ...(compared.length > 1 ? [t(($) => $.verdict.supposes)] : []),
          ].join(' ')}
        </Text>
      )}
    </Stack>
  );
}
