import { Group, Loader, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from './error-notice.tsx';

interface LoadedProps<T> {
  readonly query: UseQueryResult<T, Error>;
  /** What is being read, in the plural or singular of the screen: "the sessions". */
  readonly what: string;
  readonly children: (data: T) => ReactNode;
}

/** The answer once it is there; until then, that it is being read or why it could not be. */
export function Loaded<T>({ query, what, children }: LoadedProps<T>) {
  const { t } = useTranslation('ui');
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    return (
      <ErrorNotice error={query.error} title={t(($) => $.couldNotRead, { what })} onRetry={() => query.refetch()} />
    );
  }
  return (
    <Group role="status" gap="sm" py="lg">
      <Loader size="sm" aria-hidden />
      <Text c="dimmed">{t(($) => $.reading, { what })}</Text>
    </Group>
  );
}
