import { Box, Center, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../client/use-connection.ts';
import { Notice } from '../ui/notice.tsx';

/** Says when the program cannot be reached. A lost connection keeps the screen; a refused one cannot go on. */
export function ConnectionGate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('app');
  const state = useConnection();
  if (state === 'refused') {
    return (
      <Center component="main" mih="60vh" p="lg">
        <Box maw="36rem">
          <Notice kind="error" title={<h1 style={{ all: 'unset' }}>{t(($) => $.connection.refused)}</h1>}>
            {t(($) => $.connection.refusedHelp)}
          </Notice>
        </Box>
      </Center>
    );
  }
  return (
    <>
      {state === 'lost' && (
        <Text
          role="alert"
          bg="yellow.2"
          c="#3b2c00"
          p="xs"
          ta="center"
          fw={600}
          pos="sticky"
          top={0}
          style={{ zIndex: 300 }}
        >
          {t(($) => $.connection.lost)}
        </Text>
      )}
      {children}
    </>
  );
}
