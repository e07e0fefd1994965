import { Center, Stack } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../contract/contract.ts';
import { useCall } from '../client/use-call.ts';
import { RecoveryCodePage } from '../features/account/recovery-code-page.tsx';
import { StartPasswordPage } from '../features/account/start-password-page.tsx';
import { HeldAtTheDoor } from '../features/live/running/held-at-the-door.tsx';
import { RunningWhileLocked } from '../features/live/running/running-while-locked.tsx';
import { LockPage } from '../features/lock/lock-page.tsx';
import { screenIsCovered, uncoverScreen, watchScreen } from '../features/lock/screen-lock.ts';
import { SetUpPage } from '../features/set-up/set-up-page.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { SignedIn } from './signed-in.tsx';
import { TitleOf } from './window-title.tsx';

/** What the state of the site allows: set it up, sign in, or work. */
export function SiteGate() {
  const { t } = useTranslation('app');
  const { t: lock } = useTranslation('signIn');
  const { t: setUp } = useTranslation('setUp');
  const status = useCall('site.status', {});
  // The recovery code is shown after the site has become "open", so set-up says itself when it is done.
  const [settingUp, setSettingUp] = useState(false);
  const isCovered = useSyncExternalStore(watchScreen, screenIsCovered);

  const isOpen = status.data ? status.data.state === 'open' : null;

  // Nobody is signed in any more: there is nothing to unlock, and whoever signs in is not to meet the cover.
  useEffect(() => {
    if (isOpen === false) uncoverScreen();
  }, [isOpen]);

  return (
    <Loaded query={status} what={t(($) => $.loading.site)}>
      {(site) => {
        if (settingUp || site.state === 'new') {
          return (
            <>
              <HeldAtTheDoor />
              <SetUpPage onBegin={() => setSettingUp(true)} onEnd={() => setSettingUp(false)} />
            </>
          );
        }
        if (site.state === 'open' && site.user && (site.isLocked || isCovered)) {
          return (
            <>
              <TitleOf page={lock(($) => $.lock.title)} />
              <LockPage site={site} user={site.user} onUnlocked={goOn}>
                <RunningWhileLocked />
              </LockPage>
            </>
          );
        }
        if (site.state === 'open' && site.user && site.mustChangePassword) {
          return (
            <>
              <TitleOf page={t(($) => $.account.startTitle)} />
              <StartPasswordPage userName={site.user.name}>
                <RunningWhileLocked />
              </StartPasswordPage>
            </>
          );
        }
        if (site.state === 'open' && site.user && site.mustMakeRecoveryCode) {
          return (
            <>
              <TitleOf page={setUp(($) => $.code.missing)} />
              <RecoveryCodePage userName={site.user.name}>
                <RunningWhileLocked />
              </RecoveryCodePage>
            </>
          );
        }
        if (site.state === 'open' && site.user) return <SignedIn site={site} user={site.user} />;
        return (
          <Center mih="100vh" p="lg">
            <Stack align="center">
              <HeldAtTheDoor />
              <SignInPage siteName={site.siteName ?? t(($) => $.thisSite)} />
            </Stack>
          </Center>
        );
      }}
    </Loaded>
  );
}

/** Another person begins where they begin after signing in, or with the session that they took over. */
function goOn({ isAnother, tookOver }: Pick<Output<'site.unlock'>, 'isAnother' | 'tookOver'>): void {
  if (isAnother) location.hash = tookOver > 0 ? '#/live' : '';
}
