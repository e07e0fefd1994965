import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StoredAuditFinding } from '../../contract/records/audit.ts';
import { findingValues } from '../../core/store/audit-finding.ts';
import { useFormat } from './format.ts';

/** What was found of the audit log, in a sentence or two, and when; for a list of them also who knows of it. */
export function AuditFindingText({ finding }: { readonly finding: StoredAuditFinding }) {
  const { t } = useTranslation('records');
  const { dateTime } = useFormat();
  const { fault, foundAtIso, acknowledged } = finding;
  return (
    <Text>
      {t(($) => $.finding[fault], findingValues(finding, dateTime))}{' '}
      {t(($) => $.finding.found, { at: dateTime(foundAtIso) })}
      {acknowledged && (
        <> {t(($) => $.finding.acknowledged, { by: acknowledged.by, at: dateTime(acknowledged.atIso) })}</>
      )}
    </Text>
  );
}
