import { Button, Text } from '@mantine/core';
import { CallError } from '../../contract/error.ts';
import { Notice } from './notice.tsx';

interface ErrorNoticeProps {
  readonly error: Error;
  /** What could not be done, e.g. "The report was not made". */
  readonly title: string;
  readonly onRetry?: () => void;
}

/** Says what went wrong and what to do, and how to find it in the program's log. */
export function ErrorNotice({ error, title, onRetry }: ErrorNoticeProps) {
  return (
    <Notice kind="error" title={title}>
      <Text style={{ overflowWrap: 'anywhere' }}>{error.message}</Text>
      {error instanceof CallError && error.incident && (
        <Text size="sm">In the program's log this is incident {error.incident}.</Text>
      )}
      {onRetry && (
        <Button mt="sm" size="compact-md" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Notice>
  );
}
