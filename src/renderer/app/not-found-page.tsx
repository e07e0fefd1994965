import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { PageHeader } from '../ui/page-header.tsx';

/** An address that leads nowhere, or to a page that the role does not have. */
export function NotFoundPage() {
  return (
    <>
      <PageHeader title="No such page" />
      <Text>
        There is nothing here, or your role has no access to it.{' '}
        <Anchor component={Link} to="/" underline="always">
          Go to the first page
        </Anchor>
        .
      </Text>
    </>
  );
}
