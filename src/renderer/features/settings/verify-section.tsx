import { Group, Text } from '@mantine/core';
import IconShieldCheck from '@tabler/icons-react/icons/IconShieldCheck';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReportVerdict } from '../../../contract/review/reports.ts';
import { sayChangedPart } from '../../../core/report/seal/changed-part.ts';
import { call } from '../../client/client.ts';
import { verifyReport } from '../../client/verify-report.ts';
import { ChooseFile } from '../../ui/choose-file.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';

/** Tells of a report that somebody holds whether it is as it was signed. */
export function VerifySection() {
  const { t } = useTranslation('exports');
  const check = useMutation({
    mutationFn: (file: File) => verifyReport(call, file),
  });
  const name = check.variables?.name;
  return (
    <Section title={t(($) => $.verify.title)} description={t(($) => $.verify.description)}>
      <Group>
        <ChooseFile
          accept=".pdf,.json,application/pdf,application/json"
          variant="default"
          leftSection={<IconShieldCheck size={18} aria-hidden />}
          loading={check.isPending}
          onChoose={(file) => check.mutate(file)}
        >
          {t(($) => $.verify.choose)}
        </ChooseFile>
      </Group>
      {check.error && <ErrorNotice error={check.error} title={t(($) => $.verify.notChecked)} />}
      {check.data && (
        <Notice kind={check.data.kind === 'changed' ? 'error' : 'warning'} title={name}>
          <VerdictText verdict={check.data} />
        </Notice>
      )}
    </Section>
  );
}

function VerdictText({ verdict }: { readonly verdict: ReportVerdict }) {
  const { t } = useTranslation('exports');
  if (verdict.kind === 'not-a-report') return <Text>{t(($) => $.verify.verdict['not-a-report'])}</Text>;
  if (verdict.kind === 'changed') {
    const what = verdict.what.map((part) => sayChangedPart(part, { exports: t })).join(', ');
    return <Text>{t(($) => $.verify.verdict.changed, { what })}</Text>;
  }
  const { kind, isOwn, fingerprint } = verdict;
  return (
    <>
      <Text>{t(($) => $.verify.verdict[kind])}</Text>
      <Text>{isOwn ? t(($) => $.verify.byThisSite) : t(($) => $.verify.byAnother, { fingerprint })}</Text>
    </>
  );
}
