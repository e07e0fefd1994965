import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../client/use-call.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { AuditCopy } from './audit-copy.tsx';
import { AuditFindings } from './audit-findings.tsx';
import { AuditTable } from './audit-table.tsx';

const PAGE = 50;

/** Everything that touched a child's data, and whether the record is whole. */
export function AuditSection() {
  const { t } = useTranslation('settings');
  const [beforeSequence, setBeforeSequence] = useState<number | null>(null);
  const audit = useCall('audit.list', { beforeSequence, limit: PAGE });
  return (
    <Section title={t(($) => $.audit.title)} description={t(($) => $.audit.description)}>
      <Loaded query={audit} what={t(($) => $.audit.what)}>
        {({ entries, chainIntact }) => (
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
            <AuditFindings />
            <AuditTable entries={entries} />
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
