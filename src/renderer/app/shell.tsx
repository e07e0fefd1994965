import { AppShell, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { RunningSessions } from '../features/live/running/running-sessions.tsx';
import { IdleLock } from '../features/lock/idle-lock.tsx';
import { NotADiagnosis } from '../ui/not-a-diagnosis.tsx';
import { useSite } from '../ui/site-context.ts';
import { ModelInDoubt } from './model-in-doubt.tsx';
import { Navigation } from './navigation.tsx';
import { UserPanel } from './user-panel.tsx';
import { WindowTitleOfRoute } from './window-title.tsx';

/** The frame of every page. Going to another page moves the keyboard to its beginning. */
export function Shell() {
  const { t } = useTranslation('app');
  const { site, user } = useSite();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);

  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus();
    window.scrollTo(0, 0);
  }, [pathname]);

  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 208, breakpoint: 0 }} padding="lg" transitionDuration={0}>
      <WindowTitleOfRoute />
      <IdleLock />
      <AppShell.Header px="lg">
        <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
          {t(($) => $.skip)}
        </button>
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Text fw={750} size="xl" c="ward.8">
              Faceward
            </Text>
            <Text c="dimmed" truncate>
              {site.siteName}
            </Text>
          </Group>
          <Group gap="lg" wrap="nowrap" flex="none">
            {site.demo && (
              <Text size="sm" fw={600} px="sm" py={4} bg="yellow.2" c="#3b2c00" style={{ borderRadius: 6 }}>
                {t(($) => $.demo)}
              </Text>
            )}
            <NotADiagnosis />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" component="div">
        <AppShell.Section grow>
          <Navigation role={user.role} />
        </AppShell.Section>
        <AppShell.Section>
          <UserPanel />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main ref={main} id="main" tabIndex={-1}>
        {user.role === 'administrator' && <ModelInDoubt />}
        <RunningSessions role={user.role} />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}
