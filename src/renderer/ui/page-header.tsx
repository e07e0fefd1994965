import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: string;
  readonly description?: ReactNode;
  /** Buttons that act on the whole page. */
  readonly actions?: ReactNode;
  /** For a page that must do without scrolling. */
  readonly isTight?: boolean;
}

/** The one first-level heading of a page. It may name a child; the window's title, which browsers keep, does not. */
export function PageHeader({ title, description, actions, isTight = false }: PageHeaderProps) {
  return (
    <Group component="header" justify="space-between" align="flex-start" mb={isTight ? 8 : 'md'} gap="md">
      <Stack gap={4} miw={0} flex="1 1 20rem">
        <Title
          order={1}
          fz={isTight ? 'clamp(1.25rem, 3.4vh, 1.75rem)' : undefined}
          style={{ overflowWrap: 'anywhere' }}
        >
          {title}
        </Title>
        {description && <Text c="dimmed">{description}</Text>}
      </Stack>
      {actions && <Group gap="sm">{actions}</Group>}
    </Group>
  );
}
