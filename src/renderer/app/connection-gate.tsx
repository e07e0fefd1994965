import { Box, Center, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useConnection } from '../client/use-connection.ts';
import { Notice } from '../ui/notice.tsx';

/** Says when the program cannot be reached. A lost connection keeps the screen; a refused one cannot go on. */
export function ConnectionGate({ children }: { readonly children: ReactNode }) {
  const state = useConnection();
  if (state === 'refused') {
    return (
      <Center component="main" mih="60vh" p="lg">
        <Box maw="36rem">
          <Notice kind="error" title={<h1 style={{ all: 'unset' }}>This link cannot be used</h1>}>
            A link to Faceward works once, in one tab. Open a new link: the window or terminal in which Faceward was
            started shows it.
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
          The connection to the program was lost. Trying to reach it again…
        </Text>
      )}
      {children}
    </>
  );
}
