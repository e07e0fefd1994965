import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What is not there yet. */
  readonly title: string;
  /** What to do about it. */
  readonly children?: ReactNode;
}

/** Stands where a list would stand when it has nothing in it. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <Paper withBorder p="xl" bg="gray.0">
      <Stack align="center" gap="xs" ta="center">
        <Text fw={600} size="lg">
          {title}
        </Text>
        {children && (
          <Text component="div" c="dimmed" maw="36rem">
            {children}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
