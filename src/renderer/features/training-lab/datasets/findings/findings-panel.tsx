import { Badge, Group, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Dataset, DatasetFinding } from '../../../../../contract/datasets.ts';
import { isEmotion } from '../../../../../core/emotion/emotion.ts';
import { useCall } from '../../../../client/use-call.ts';
import { useFormat } from '../../../../ui/format.ts';
import { PageLink } from '../../../../ui/page-link.tsx';
import { useFailureWords } from '../../../../ui/use-failure-words.ts';
import { StateButton } from '../statement/state-button.tsx';
import { CopyPairs } from './copy-pairs.tsx';
import { findingLink } from './finding-link.ts';

const RED = 'light-dark(#b3261e, #ff9a90)';
const BROWN = 'light-dark(#7a5700, #f0c55a)';
const GREY = 'light-dark(#4a5560, #b3bcc4)';

function colourOf(kind: DatasetFinding['kind']): string {
  if (kind === 'error') return RED;
  return kind === 'warning' ? BROWN : GREY;
}

/** Mended by saying anew what the folder shows. */
const SAID: readonly DatasetFinding['name'][] = ['no-children', 'nobody-named', 'words', 'two-names'];

/** What matters about a dataset before somebody trains on it, each with the way to its pictures or to what mends it. */
export function FindingsPanel({ dataset }: { readonly dataset: Dataset }) {
  const { t } = useTranslation('datasets');
  const failureWords = useFailureWords();
  const isOpened = dataset.indexing?.state === 'done';
  const { data } = useCall('datasets.findings', { datasetId: dataset.id }, { enabled: isOpened });
  if (!data || !isOpened || data.state === 'waiting') return null;
  if (data.state !== 'done') {
    const why = data.failure && failureWords(data.failure);
    return (
      <Text size="sm" mt="sm" role="status">
        {why ? t(($) => $.findings.failed, { why }) : t(($) => $.findings.checking)}
      </Text>
    );
  }
  if (data.findings.length === 0) {
    return (
      <Text size="sm" mt="sm">
        {t(($) => $.findings.none)}
      </Text>
    );
  }
  return (
    <Stack gap={4} mt="sm">
      <Text fw={600}>{t(($) => $.findings.title, { count: data.findings.length })}</Text>
      <List listStyleType="none" spacing={6} styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}>
        {data.findings.map((finding) => (
          <List.Item key={finding.name}>
            <FindingLine dataset={dataset} finding={finding} />
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function FindingLine({ dataset, finding }: { readonly dataset: Dataset; readonly finding: DatasetFinding }) {
  const { t } = useTranslation('datasets');
  const link = findingLink(dataset.id, finding);
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <Badge color={colourOf(finding.kind)} miw={84} flex="none" radius="sm">
        {t(($) => $.findings.kind[finding.kind])}
      </Badge>
      <Stack gap={4} miw={0}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {useFindingWords(finding)}
        </Text>
        {finding.pairs.length > 0 && <CopyPairs pairs={finding.pairs} />}
        {(link || SAID.includes(finding.name)) && (
          <Group gap="md">
            {link && (
              <PageLink to={link}>
                {t(($) =>
                  finding.name === 'unlabelled' || finding.name === 'words' ? $.findings.label : $.findings.see,
                )}
              </PageLink>
            )}
            {SAID.includes(finding.name) && <StateButton dataset={dataset} text={t(($) => $.findings.state)} />}
          </Group>
        )}
      </Stack>
    </Group>
  );
}

/** So many are named. */
const NAMED = 5;

function useFindingWords({ name, count, about }: DatasetFinding): string {
  const { t } = useTranslation('datasets');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const named = about
    .slice(0, NAMED)
    .map((each) => (isEmotion(each) ? common(($) => $.emotion[each]).toLowerCase() : each));
  const list = format.list(named);
  const told = about.length > NAMED ? t(($) => $.findings.more, { about: named.join(', ') }) : list;
  return t(($) => $.findings.what[name], { amount: format.number(count), about: told });
}
