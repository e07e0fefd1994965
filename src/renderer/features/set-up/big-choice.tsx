import { Group, Paper, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';

interface BigChoiceProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly description: string;
  readonly disabled: boolean;
  readonly onChoose: () => void;
}

/** A choice as a large button: an icon, what it is, and what it leads to. */
export function BigChoice({ icon, title, description, disabled, onChoose }: BigChoiceProps) {
  return (
    <UnstyledButton disabled={disabled} onClick={onChoose}>
      <Paper withBorder shadow="xs" p="xl">
        <Group wrap="nowrap" gap="lg">
          <Text span c="ward.8" lh={0}>
            {icon}
          </Text>
          <div>
            <Text size="xl" fw={650}>
              {title}
            </Text>
            <Text c="dimmed">{description}</Text>
          </div>
        </Group>
      </Paper>
    </UnstyledButton>
  );
}
