import { Box } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../client/client.ts';
import { useCall } from '../../client/use-call.ts';
import { Notice } from '../../ui/notice.tsx';
import { LOCK_KEY } from '../../ui/session-keys.ts';
import { type Idle, idleFor } from './idle.ts';
import { IdleTime } from './idle-time.ts';
import { lockScreen } from './screen-lock.ts';

/** What shows that somebody is there. */
const TOUCHES = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

const LOOK_EVERY_MS = 1000;

/** Locks the screen by its key, and when nobody has touched it for as long as the site says; half a minute before it says so. */
export function IdleLock() {
  const { t } = useTranslation('signIn');
  const setting = useCall('site.lockAfter', {});
  const idle = useIdle(setting.data?.lockAfterMinutes ?? null);
  useHotkeys([[LOCK_KEY, lockScreen]]);
  if (idle.kind !== 'soon') return null;
  return (
    <Box pos="fixed" bottom={16} left="50%" style={{ transform: 'translateX(-50%)', zIndex: 400 }}>
      <Notice kind="warning" title={t(($) => $.lock.title)}>
        {t(($) => $.lock.soon, { count: idle.inS })}
      </Notice>
    </Box>
  );
}

function useIdle(afterMinutes: number | null): Idle {
  const [idle, setIdle] = useState<Idle>({ kind: 'used' });
  useEffect(() => {
    const time = new IdleTime({
      steadyMs: () => performance.now(),
      wallMs: () => Date.now(),
      uptime: { ask: async () => (await call('site.uptime', {})).uptimeMs, onMoved: () => undefined },
    });
    const touch = () => time.touch();
    const look = () => {
      const now = idleFor(time.idleMs(), afterMinutes);
      setIdle((before) => (before.kind === 'used' && now.kind === 'used' ? before : now));
      if (now.kind === 'lock') lockScreen();
    };
    for (const each of TOUCHES) window.addEventListener(each, touch, { passive: true, capture: true });
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      for (const each of TOUCHES) window.removeEventListener(each, touch, { capture: true });
    };
  }, [afterMinutes]);
  return idle;
}
