import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { ErrorNotice } from '../ui/error-notice.tsx';

/** A page that cannot be drawn leaves the navigation in place. */
export function RouteError() {
  const { t } = useTranslation('app');
  const thrown = useRouteError();
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return <ErrorNotice error={error} title={t(($) => $.broken.page)} onRetry={() => location.reload()} />;
}
