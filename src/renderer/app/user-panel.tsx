import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import IconLogout from '@tabler/icons-react/icons/IconLogout';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../client/client.ts';
import { queryClient } from '../client/query-client.ts';
import { ChangePasswordButton } from '../features/account/change-password-button.tsx';
import { runsInThisWindow, SignOutQuestion } from '../features/live/running/sign-out-question.tsx';
import { LockButton } from '../features/lock/lock-button.tsx';
import { ErrorText } from '../ui/error-text.tsx';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { SchemeChoice } from '../ui/scheme-choice.tsx';
import { useSite } from '../ui/site-context.ts';

/** Who is signed in, and the way out. Whatever this window read about children is forgotten with it. */
export function UserPanel() {
  const { site, user } = useSite();
  const { t } = useTranslation('app');
  const { t: common } = useTranslation('common');
  const [isAsking, setIsAsking] = useState(false);
  const signOut = useMutation({
    mutationFn: () => call('site.signOut', {}),
    onSuccess: async () => {
      location.hash = '';
      await queryClient.resetQueries({ queryKey: ['site.status'] });
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'site.status' });
    },
    onError: (error) =>
      notifications.show({ color: 'red.9', title: t(($) => $.stillSignedIn), message: <ErrorText error={error} /> }),
  });
  return (
    <Stack gap="xs" component="section" aria-label={t(($) => $.signedIn)}>
      <div>
        <Text fw={600} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
          {user.name}
        </Text>
        <Text size="sm" c="dimmed">
          {common(($) => $.role[user.role])}
        </Text>
      </div>
      {!site.demo && <ChangePasswordButton userName={user.name} />}
      <LanguageChoice />
      <SchemeChoice />
      <LockButton />
      <Button
        variant="default"
        leftSection={<IconLogout size={18} aria-hidden />}
        loading={signOut.isPending}
        onClick={() => (runsInThisWindow() ? setIsAsking(true) : signOut.mutate())}
      >
        {t(($) => $.signOut)}
      </Button>
      {isAsking && (
        <SignOutQuestion
          opened
          isDemo={site.demo}
          signOut={() => signOut.mutateAsync()}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Stack>
  );
}
