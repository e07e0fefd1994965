import { ActionIcon, AppShell, Group, Text } from '@mantine/core';
import IconMenu2 from '@tabler/icons-react/icons/IconMenu2';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { RunningSessions } from '../features/live/running/running-sessions.tsx';
import { IdleLock } from '../features/lock/idle-lock.tsx';
import { NotADiagnosis } from '../ui/not-a-diagnosis.tsx';
import { useSite } from '../ui/site-context.ts';
import { AuditInDoubt } from './audit-in-doubt.tsx';
import { ClockInDoubt } from './clock-in-doubt.tsx';
import { ModelInDoubt } from './model-in-doubt.tsx';
import { Navigation } from './navigation.tsx';
import { BeginTour } from './tour/begin-tour.tsx';
import { TourContext, useTourState } from './tour/tour-state.ts';
import { useFoldedMenu } from './use-folded-menu.ts';
import { UserPanel } from './user-panel.tsx';
import { UserPanelButton } from './user-panel-button.tsx';
import { WindowTitleOfRoute } from './window-title.tsx';

/** The frame of every page. Going to another page moves the keyboard to its beginning. */
export function Shell() {
  const { t } = useTranslation('app');
  const { site, user } = useSite();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  const { isFolded, isLow, fold } = useFoldedMenu();
  const tour = useTourState(site.demo === true);

  useEffect(() => {
    if (shown.current === pathname) return;
    const isFirstPage = shown.current === '/';
    shown.current = pathname;
    // Nobody went to the first page: it is where the program opens, and what opens with it may have the keyboard.
    if (!isFirstPage) main.current?.focus();
    window.scrollTo(0, 0);
  }, [pathname]);

  return (
    <AppShell
      header={{ height: isLow ? 48 : 56 }}
      navbar={{ width: isFolded ? 64 : 240, breakpoint: 0 }}
      padding={isLow ? 'xs' : isFolded ? 'md' : 'lg'}
      transitionDuration={0}
    >
      <WindowTitleOfRoute />
      <IdleLock />
      <AppShell.Header px={isFolded ? 'xs' : 'lg'}>
        <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
          {t(($) => $.skip)}
        </button>
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <ActionIcon
              variant="subtle"
              size={44}
              ml={isFolded ? 0 : -12}
              aria-label={t(($) => (isFolded ? $.menu.unfold : $.menu.fold))}
              aria-expanded={!isFolded}
              onClick={() => fold(!isFolded)}
            >
              <IconMenu2 aria-hidden />
            </ActionIcon>
            <Text fw={750} size="xl" c="ward.8" visibleFrom="sm">
              Faceward
            </Text>
            <Text c="dimmed" truncate visibleFrom="sm">
              {site.siteName}
            </Text>
          </Group>
          <Group gap={isFolded ? 'sm' : 'lg'} wrap="nowrap" justify="flex-end" lh={1.15}>
            {site.demo && (
              <Text
                size="sm"
                fw={600}
                lh="inherit"
                px="sm"
                py={4}
                bg="yellow.2"
                c="#3b2c00"
                style={{ borderRadius: 6 }}
              >
                {t(($) => $.demo)}
              </Text>
            )}
            <NotADiagnosis />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p={isFolded ? 10 : 'sm'} component="div" style={{ overflowY: 'auto' }}>
        <AppShell.Section grow>
          <TourContext value={tour}>
            <Navigation role={user.role} isFolded={isFolded} />
            <BeginTour isFolded={isFolded} />
          </TourContext>
        </AppShell.Section>
        <AppShell.Section>{isFolded ? <UserPanelButton /> : <UserPanel />}</AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main ref={main} id="main" tabIndex={-1}>
        {user.role === 'administrator' && <ModelInDoubt />}
        <ClockInDoubt role={user.role} />
        <AuditInDoubt role={user.role} />
        <RunningSessions role={user.role} />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}
