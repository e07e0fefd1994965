import { Center, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../client/use-call.ts';
import { HeldAtTheDoor } from '../features/live/running/held-at-the-door.tsx';
import { SetUpPage } from '../features/set-up/set-up-page.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { SignedIn } from './signed-in.tsx';

/** What the state of the site allows: set it up, sign in, or work. */
export function SiteGate() {
  const { t } = useTranslation('app');
  const status = useCall('site.status', {});
  // The recovery code is shown after the site has become "open", so set-up says itself when it is done.
  const [settingUp, setSettingUp] = useState(false);

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
        if (site.state === 'open' && site.user) return <SignedIn site={site} user={site.user} />;
        return (
          <Center mih="100vh" p="lg">
            <Stack align="center">
              <HeldAtTheDoor />
              <SignInPage siteName={site.siteName ?? t(($) => $.thisSite)} userNames={site.userNames} />
            </Stack>
          </Center>
        );
      }}
    </Loaded>
  );
}
