import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../contract/contract.ts';
import { useCall } from '../../../client/use-call.ts';
import { useFormat } from '../../../ui/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { AuditCopy } from './audit-copy.tsx';
import { AuditFilter, NO_FILTER } from './audit-filter.tsx';
import { AuditFindings } from './audit-findings.tsx';
import { AuditTable } from './audit-table.tsx';

const PAGE = 50;

/** Everything that touched a child's data, and whether the record is whole. */
export function AuditSection() {
  const { t } = useTranslation('settings');
  const { t: records } = useTranslation('records');
  const [beforeSequence, setBeforeSequence] = useState<number | null>(null);
  const [filter, setFilter] = useState(NO_FILTER);
  const audit = useCall('audit.list', { beforeSequence, limit: PAGE, filter }, { keepsPrevious: true });
  return (
    <Section title={t(($) => $.audit.title)} description={t(($) => $.audit.description)}>
      <Loaded query={audit} what={t(($) => $.audit.what)}>
        {({ entries, names, who, chainIntact, removed }) => (
          <>
            {chainIntact ? (
              <Text fw={600} c="light-dark(#1b5e2a, #8ce0a0)">
                {t(($) => $.audit.intact)}
              </Text>
            ) : (
              <Notice kind="error" title={t(($) => $.audit.broken)}>
                {t(($) => $.audit.brokenHelp)}
              </Notice>
            )}
            {removed && <RemovedByRule removed={removed} />}
            <AuditFindings />
            <AuditFilter
              who={who}
              onChange={(asked) => {
                setFilter(asked);
                setBeforeSequence(null);
              }}
            />
            {entries.length > 0 ? (
              <AuditTable entries={entries} names={names} />
            ) : (
              <Text>{records(($) => $.search.nothing)}</Text>
            )}
            <Group>
              <Button variant="default" disabled={beforeSequence === null} onClick={() => setBeforeSequence(null)}>
                {t(($) => $.audit.newest)}
              </Button>
              <Button
                variant="default"
                disabled={entries.length < PAGE}
                onClick={() => setBeforeSequence(entries.at(-1)?.sequence ?? null)}
              >
                {t(($) => $.audit.older)}
              </Button>
            </Group>
            <AuditCopy />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function RemovedByRule({ removed }: { readonly removed: NonNullable<Output<'audit.list'>['removed']> }) {
  const { t } = useTranslation('settings');
  const { dateTime } = useFormat();
  return <Text>{t(($) => $.audit.removed, { at: dateTime(removed.untilIso), count: removed.entries })}</Text>;
}
