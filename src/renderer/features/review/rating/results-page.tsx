import { Button, Stack, Text } from '@mantine/core';
import IconDownload from '@tabler/icons-react/icons/IconDownload';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { RatingResults } from '../../../../contract/review/ratings.ts';
import { call } from '../../../client/client.ts';
import { download } from '../../../client/download.ts';
import { useCall } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageLink } from '../../../ui/page-link.tsx';
import { Section } from '../../../ui/section.tsx';
import { AgreementTable } from './agreement-table.tsx';
import { ConfusionSection } from './confusion-section.tsx';
import { useRatingWords } from './use-rating-words.ts';

/** What came of a blind rating. */
export function ResultsPage() {
  const { t } = useTranslation('ratings');
  const { taskId = '' } = useParams();
  const tasks = useCall('ratings.list', {});
  const results = useCall('ratings.results', { taskId });
  const exporting = useMutation({ mutationFn: () => call('ratings.export', { taskId }), onSuccess: download });
  const name = tasks.data?.find(({ id }) => id === taskId)?.name;
  return (
    <Stack gap="lg">
      <PageHeader
        title={name === undefined ? t(($) => $.results) : t(($) => $.resultsOf, { name })}
        actions={<PageLink to="/ratings">{t(($) => $.rating.toList)}</PageLink>}
      />
      <Loaded query={results} what={t(($) => $.result.what)}>
        {(data) => (
          <>
            <Basis results={data} />
            <Section title={t(($) => $.result.agreement)} description={t(($) => $.result.agreementHelp)}>
              <AgreementTable results={data} />
            </Section>
            <ConfusionSection comparisons={data.comparisons} />
            {exporting.error && <ErrorNotice error={exporting.error} title={t(($) => $.result.exportFailed)} />}
            <Button
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden />}
              loading={exporting.isPending}
              onClick={() => exporting.mutate()}
              style={{ alignSelf: 'flex-start' }}
            >
              {t(($) => $.result.export)}
            </Button>
          </>
        )}
      </Loaded>
    </Stack>
  );
}

/** What the figures stand on. */
function Basis({ results }: { readonly results: RatingResults }) {
  const { t } = useTranslation('ratings');
  const { t: common } = useTranslation('common');
  const words = useRatingWords();
  const { unanswered, left, cannotTell } = results;
  const drawn = results.words.map(({ word, stretches }) =>
    t(($) => $.result.word, {
      word: word === null ? t(($) => $.result.notSure) : common(($) => $.emotion[word]),
      count: stretches,
    }),
  );
  const told = cannotTell.map(({ name, stretches }) => t(($) => $.result.cannotTellOf, { name, count: stretches }));
  return (
    <Stack gap={4}>
      <Text>
        {t(($) => $.result.standsOn, { of: words.of(results) })}{' '}
        {unanswered > 0 && t(($) => $.result.unanswered, { count: unanswered })}
      </Text>
      {left.stretches > 0 && <Text>{words.left(left)}</Text>}
      {results.stretches > 0 && <Text>{t(($) => $.result.drawn, { words: drawn.join(', ') })}</Text>}
      <Text>{t(($) => $.result.cannotTell, { who: told.join(', ') })}</Text>
    </Stack>
  );
}
