import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CallError } from '../../contract/error.ts';
import { ErrorText } from './error-text.tsx';
import { Notice } from './notice.tsx';

interface ErrorNoticeProps {
  readonly error: Error;
  /** What could not be done, e.g. "The report was not made". */
  readonly title: string;
  readonly onRetry?: () => void;
}

/** Says what went wrong and what to do, and how to find it in the program's log. */
export function ErrorNotice({ error, title, onRetry }: ErrorNoticeProps) {
  const { t } = useTranslation('ui');
  const { t: common } = useTranslation('common');
  return (
    <Notice kind="error" title={title}>
      <ErrorText error={error} />
      {error instanceof CallError && error.incident && !('incident' in error.values) && (
        <Text size="sm">{t(($) => $.incident, { incident: error.incident })}</Text>
      )}
      {onRetry && (
        <Button mt="sm" size="compact-md" variant="default" onClick={onRetry}>
          {common(($) => $.action.tryAgain)}
        </Button>
      )}
    </Notice>
  );
}
