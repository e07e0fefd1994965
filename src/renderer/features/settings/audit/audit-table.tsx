import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../../contract/records/audit.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useFormat } from '../../../ui/format.ts';

/** Entries of the audit log as they are, newest first. */
export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  return (
    <DataTable
      label={t(($) => $.audit.table)}
      maxHeightPx={420}
      verticalSpacing={7}
      rows={entries}
      rowKey={({ sequence }) => sequence}
      columns={{
        number: { header: t(($) => $.audit.number), cell: ({ sequence }) => sequence },
        when: { header: t(($) => $.audit.when), wrap: 'never', cell: ({ atIso }) => format.dateTime(atIso) },
        who: { header: t(($) => $.audit.who), minWidthPx: 140, wrap: 'anywhere', cell: ({ userName }) => userName },
        action: { header: t(($) => $.audit.action), cell: ({ action }) => action },
        subject: { header: t(($) => $.audit.subject), wrap: 'anywhere', cell: ({ subject }) => subject },
      }}
    />
  );
}
