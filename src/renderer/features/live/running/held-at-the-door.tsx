import { Box } from '@mantine/core';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice.tsx';
import { currentSession, isUnderWay, watchCurrentSession } from '../session/current-session.ts';
import type { LiveSession } from '../session/live-session.ts';

/**
 * While nobody is signed in, for whatever reason: this window's session looks at nothing, and the screen says that it
 * waits. It names no child.
 */
export function HeldAtTheDoor() {
  const { session } = useSyncExternalStore(watchCurrentSession, currentSession);
  return session && <Held session={session} />;
}

function Held({ session }: { readonly session: LiveSession }) {
  const { t } = useTranslation('live');
  const { phase } = useSyncExternalStore(session.state.subscribe, session.state.snapshot);
  useEffect(() => {
    void session.handOver.hold();
  }, [session]);
  if (!isUnderWay(phase)) return null;
  return (
    <Box mb="md">
      <Notice kind="error" title={t(($) => $.held.doorTitle)}>
        {t(($) => $.held.doorText)}
      </Notice>
    </Box>
  );
}
