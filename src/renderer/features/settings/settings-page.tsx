import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../contract/role.ts';
import { mayCall } from '../../client/may-call.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { AboutSection } from './about-section.tsx';
import { ApprovalRulesSection } from './approval-rules-section.tsx';
import { AuditSection } from './audit/audit-section.tsx';
import { BackupsSection } from './backups/backups-section.tsx';
import { ErasuresSection } from './erasures/erasures-section.tsx';
import { RetentionSection } from './erasures/retention-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { LockSection } from './lock-section.tsx';
import { MarkerSection } from './marker-section.tsx';
import { UsersSection } from './people/users-section.tsx';
import { ProtocolsSection } from './protocols/protocols-section.tsx';
import { ReportKeySection } from './report-key-section.tsx';
import { StreamsSection } from './streams-section.tsx';
import { VerifySection } from './verify-section.tsx';
import { VideoSection } from './video-section.tsx';

/** For an administrator, the site's users and records; for everyone, its report key and what this program is. */
export function SettingsPage({ role }: { readonly role: Role }) {
  const { t } = useTranslation('settings');
  return (
    <Stack gap="lg">
      <PageHeader title={t(($) => $.title)} />
      {mayCall(role, 'users.list') && <UsersSection />}
      {mayCall(role, 'site.setLockAfter') && <LockSection />}
      {mayCall(role, 'videos.setSetting') && <VideoSection />}
      {mayCall(role, 'site.setMarkerButtons') && <MarkerSection />}
      {mayCall(role, 'protocols.save') && <ProtocolsSection />}
      {mayCall(role, 'lsl.set') && <StreamsSection />}
      {mayCall(role, 'models.setApprovalRules') && <ApprovalRulesSection />}
      {mayCall(role, 'site.reportKey') && <ReportKeySection />}
      {mayCall(role, 'reports.verify') && <VerifySection />}
      {mayCall(role, 'keys.change') && <KeysSection />}
      {mayCall(role, 'backups.get') && <BackupsSection />}
      {mayCall(role, 'erasures.setRules') && <RetentionSection />}
      {mayCall(role, 'erasures.list') && <ErasuresSection />}
      {mayCall(role, 'audit.list') && <AuditSection />}
      <AboutSection />
    </Stack>
  );
}
