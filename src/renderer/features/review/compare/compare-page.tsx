import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Output } from '../../../../contract/contract.ts';
import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import { useCall } from '../../../client/use-call.ts';
import { EmotionBadge } from '../../../ui/emotion-badge.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { NotADiagnosis } from '../../../ui/not-a-diagnosis.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageLink } from '../../../ui/page-link.tsx';
import { PrintButton } from '../../../ui/print-button.tsx';
import { Section } from '../../../ui/section.tsx';
import { AroundMarkersSection } from '../trends/around-markers-section.tsx';
import { TrendSection } from '../trends/trend-section.tsx';
import { CompareChart } from './compare-chart.tsx';
import { CompareTable } from './compare-table.tsx';
import { groupByModel, LOW_COVERAGE } from './compared-session.ts';

/** All of one child's sessions side by side, over weeks. */
export function ComparePage() {
  const { t } = useTranslation('review');
  const { childId = '' } = useParams();
  const all = useCall('sessions.compare', { childId });
  const child = all.data?.[0]?.session.childCode;
  return (
    <Stack gap="lg">
      <PageHeader
        title={child ? t(($) => $.compare.title, { child }) : t(($) => $.compare.titleUnknown)}
        actions={
          <>
            <PrintButton>{t(($) => $.session.print)}</PrintButton>
            <PageLink to="/sessions">{t(($) => $.compare.back)}</PageLink>
          </>
        }
      />
      <Loaded query={all} what={t(($) => $.compare.what)}>
        {(sessions) =>
          sessions.length === 0 ? (
            <EmptyState title={t(($) => $.compare.none)}>{t(($) => $.compare.noneHelp)}</EmptyState>
          ) : (
            <Compared childId={childId} sessions={sessions} />
          )
        }
      </Loaded>
    </Stack>
  );
}

function Compared({ childId, sessions }: { readonly childId: string; readonly sessions: Output<'sessions.compare'> }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const baselines = useCall('baselines.list', { childId });
  const groups = groupByModel(sessions.toReversed(), baselines.data ?? []);
  const models = t(($) => $.compare.models, { count: groups.length });
  return (
    <>
      <Group>
        <NotADiagnosis />
      </Group>
      {groups.length > 1 ? (
        <Notice kind="warning" title={models}>
          {null}
        </Notice>
      ) : (
        <Text>{models}</Text>
      )}
      <TrendSection sessions={sessions} />
      <AroundMarkersSection childId={childId} />
      <Section title={t(($) => $.compare.chart)}>
        <CompareChart groups={groups} />
        <Group gap="md">
          {EMOTIONS.map((emotion) => (
            <EmotionBadge key={emotion} emotion={emotion} />
          ))}
          <EmotionBadge emotion={null} />
        </Group>
        {groups.some((group) => group.sessions.some(({ isLow }) => isLow)) && (
          <Text>{t(($) => $.compare.lowCoverage, { share: format.share(LOW_COVERAGE) })}</Text>
        )}
      </Section>
      <Section title={t(($) => $.compare.table)} description={t(($) => $.compare.baselineHelp)}>
        <CompareTable groups={groups} />
      </Section>
    </>
  );
}
