import { Stack } from '@mantine/core';
import { useParams } from 'react-router';
import { useCall } from '../../client/use-call.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SessionReview } from './session-review.tsx';

/** One session, read again. */
export function SessionPage() {
  const { sessionId = '' } = useParams();
  const timeline = useCall('sessions.timeline', { sessionId });
  return (
    <Stack gap="lg">
      {timeline.data === undefined && <PageHeader title="Session" />}
      <Loaded query={timeline} what="the session">
        {(data) => <SessionReview key={data.session.id} timeline={data} />}
      </Loaded>
    </Stack>
  );
}
