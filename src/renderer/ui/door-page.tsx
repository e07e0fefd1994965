import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { LanguageChoice } from './language-choice.tsx';

interface DoorPageProps {
  readonly title: string;
  /** Whose it is. */
  readonly by: string;
  readonly widthPx?: number;
  readonly children: ReactNode;
}

/** A page that stands before all others, in place of the program's frame. */
export function DoorPage({ title, by, widthPx = 520, children }: DoorPageProps) {
  return (
    <Center mih="100vh" p="lg">
      <Paper component="main" withBorder shadow="xs" p="xl" w={widthPx} maw="100%">
        <Stack>
          <div>
            <Title order={1}>{title}</Title>
            <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {by}
            </Text>
          </div>
          {children}
          <LanguageChoice />
        </Stack>
      </Paper>
    </Center>
  );
}
