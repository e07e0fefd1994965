import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeader } from '../ui/page-header.tsx';

/** An address that leads nowhere, or to a page that the role does not have. */
export function NotFoundPage() {
  const { t } = useTranslation('app');
  return (
    <>
      <PageHeader title={t(($) => $.notFound.title)} />
      <Text>
        {t(($) => $.notFound.text)}{' '}
        <Anchor component={Link} to="/" underline="always">
          {t(($) => $.notFound.goOn)}
        </Anchor>
        .
      </Text>
    </>
  );
}
