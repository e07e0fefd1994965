import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '../../../../contract/entries.ts';
import type { Timeline } from '../../../../contract/sessions.ts';
import { useCall } from '../../../client/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/section.tsx';
import { useLabelWords } from './use-label-words.ts';

/** How far the people who annotated a session agree; absent while fewer than two have. */
export function AgreementSection({ timeline }: { readonly timeline: Timeline }) {
  const { t } = useTranslation('review');
  const raters = new Set(timeline.annotations.map(({ byId }) => byId)).size;
  const agreement = useCall('annotations.agreement', { sessionId: timeline.session.id }, { enabled: raters > 1 });
  if (raters < 2) return null;
  return (
    <Section title={t(($) => $.agreement.title)} description={t(($) => $.agreement.description)}>
      <Loaded query={agreement} what={t(($) => $.agreement.what)}>
        {(pairs) => (
          <Stack gap="lg">
            {pairs.map((pair) => (
              <Pair key={`${pair.raterA} ${pair.raterB}`} pair={pair} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function Pair({ pair }: { readonly pair: Agreement }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const kappa = (value: number | null) => (value === null ? t(($) => $.agreement.undefined) : format.figure(value));
  const isUndefined = pair.cohenKappa === null || pair.timeWeightedKappa === null;
  return (
    <Stack gap="sm">
      <Title order={3} style={{ overflowWrap: 'anywhere' }}>
        {t(($) => $.agreement.pair, { a: pair.raterA, b: pair.raterB })}
      </Title>
      <SimpleGrid cols={{ base: 2, lg: 4 }}>
        <Fact words={t(($) => $.agreement.shared)} value={format.length(pair.sharedMs)} />
        {pair.sharedMs > 0 && (
          <Fact words={t(($) => $.agreement.observed)} value={format.share(pair.observedAgreement)} />
        )}
        <Fact
          words={t(($) => $.agreement.cohen)}
          value={kappa(pair.cohenKappa)}
          stands={t(($) => $.agreement.intervals, { count: pair.intervals })}
        />
        <Fact words={t(($) => $.agreement.timeWeighted)} value={kappa(pair.timeWeightedKappa)} />
      </SimpleGrid>
      {pair.sharedMs === 0 && <Text>{t(($) => $.agreement.noShared)}</Text>}
      {isUndefined && (
        <Text size="sm" c="dimmed">
          {t(($) => $.agreement.undefinedHelp)}
        </Text>
      )}
      {pair.pairs.length > 0 && <LabelPairs pair={pair} />}
    </Stack>
  );
}

function Fact({ words, value, stands }: { readonly words: string; readonly value: string; readonly stands?: string }) {
  return (
    <div>
      <Text size="sm">{words}</Text>
      <Text size="xl" fw={700}>
        {value}
      </Text>
      {stands && (
        <Text size="sm" c="dimmed">
          {stands}
        </Text>
      )}
    </div>
  );
}

/** How long each pair of labels coincided, longest first. */
function LabelPairs({ pair }: { readonly pair: Agreement }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const labelWords = useLabelWords();
  return (
    <DataTable
      label={t(($) => $.agreement.confusion)}
      rows={pair.pairs.toSorted((a, b) => b.ms - a.ms)}
      rowKey={({ labelA, labelB }) => `${labelA} ${labelB}`}
      columns={{
        a: { header: <Rater name={pair.raterA} />, cell: ({ labelA }) => labelWords(labelA) },
        b: { header: <Rater name={pair.raterB} />, cell: ({ labelB }) => labelWords(labelB) },
        time: { header: t(($) => $.session.time), align: 'right', cell: ({ ms }) => format.length(ms) },
        same: {
          cell: ({ labelA, labelB }) =>
            labelA === labelB ? t(($) => $.agreement.same) : t(($) => $.agreement.differs),
        },
      }}
    />
  );
}

function Rater({ name }: { readonly name: string }) {
  return <span style={{ overflowWrap: 'anywhere' }}>{name}</span>;
}
