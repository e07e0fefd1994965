import { Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { Role } from '../../contract/role.ts';
import { mayCall } from '../client/may-call.ts';
import { useCall } from '../client/use-call.ts';
import { AuditFindingText } from '../ui/audit-finding-text.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageLink } from '../ui/page-link.tsx';

/**
 * Over every page but the live one, which must stay in view whole: the audit log lacks what it was known to have. Said to
 * everyone, since data may be missing with it.
 */
export function AuditInDoubt({ role }: { readonly role: Role }) {
  const { t } = useTranslation('records');
  const { pathname } = useLocation();
  const { data: findings = [] } = useCall('audit.findings', {});
  const open = findings.filter(({ acknowledged }) => !acknowledged);
  if (open.length === 0 || pathname.startsWith('/live')) return null;
  return (
    <Box mb="lg">
      <Notice kind="warning" title={t(($) => $.finding.title)}>
        {open.map((finding) => (
          <AuditFindingText key={`${finding.foundAtIso} ${finding.fault}`} finding={finding} />
        ))}
        {mayCall(role, 'audit.list') ? (
          <PageLink to="/settings">{t(($) => $.finding.look)}</PageLink>
        ) : (
          <Text>{t(($) => $.finding.tellAdministrator)}</Text>
        )}
      </Notice>
    </Box>
  );
}
