import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../contract/role.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { ExportList } from './export-list.tsx';
import { NewExport } from './new-export.tsx';

/** Reports of many sessions: choosing them, and the exports made so far. */
export function ExportsPage({ role }: { readonly role: Role }) {
  const { t } = useTranslation('exports');
  return (
    <>
      <PageHeader
        title={t(($) => $.page.title)}
        description={t(($) => $.page.intro)}
        actions={<PageLink to="/sessions">{t(($) => $.page.back)}</PageLink>}
      />
      <Stack>
        <NewExport role={role} />
        <ExportList role={role} />
      </Stack>
    </>
  );
}
