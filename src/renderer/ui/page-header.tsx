import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: string;
  readonly description?: ReactNode;
  /** Buttons that act on the whole page. */
  readonly actions?: ReactNode;
}

/** The one first-level heading of a page. It may name a child; the window's title, which browsers keep, does not. */
export function PageHeader({ title, description, actions }: PageHeaderProps) {
  return (
    <Group component="header" justify="space-between" align="flex-start" mb="md" gap="md">
      <Stack gap={4} miw={0} flex="1 1 20rem">
        <Title order={1} style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
        {description && <Text c="dimmed">{description}</Text>}
      </Stack>
      {actions && <Group gap="sm">{actions}</Group>}
    </Group>
  );
}
