import { Anchor, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Role } from '../../../contract/role.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ExportList } from './export-list.tsx';
import { NewExport } from './new-export.tsx';

/** Reports of many sessions: choosing them, and what became of it. */
export function ExportsPage({ role }: { readonly role: Role }) {
  const { t } = useTranslation('exports');
  return (
    <>
      <PageHeader
        title={t(($) => $.page.title)}
        description={t(($) => $.page.intro)}
        actions={
          <Anchor component={Link} to="/sessions" underline="always">
            {t(($) => $.page.back)}
          </Anchor>
        }
      />
      <Stack>
        <NewExport role={role} />
        <ExportList role={role} />
      </Stack>
    </>
  );
}
