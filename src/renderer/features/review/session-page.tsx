import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCall } from '../../client/use-call.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SessionReview } from './session-review.tsx';

/** One session, read again. */
export function SessionPage() {
  const { t } = useTranslation('review');
  const { sessionId = '' } = useParams();
  const timeline = useCall('sessions.timeline', { sessionId });
  return (
    <Stack gap="lg">
      {timeline.data === undefined && <PageHeader title={t(($) => $.session.title)} />}
      <Loaded query={timeline} what={t(($) => $.session.what)}>
        {(data) => <SessionReview key={data.session.id} timeline={data} />}
      </Loaded>
    </Stack>
  );
}
