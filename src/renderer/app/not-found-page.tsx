import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/page-header.tsx';
import { PageLink } from '../ui/page-link.tsx';

/** An address that leads nowhere, or to a page that the role does not have. */
export function NotFoundPage() {
  const { t } = useTranslation('app');
  return (
    <>
      <PageHeader title={t(($) => $.notFound.title)} />
      <Text>
        {t(($) => $.notFound.text)} <PageLink to="/">{t(($) => $.notFound.goOn)}</PageLink>.
      </Text>
    </>
  );
}
