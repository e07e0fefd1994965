import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../client/use-call.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { AuditTable } from './audit-table.tsx';

const PAGE = 50;

/** Everything that touched a child's data, and whether the record is whole. */
export function AuditSection() {
  const [beforeSequence, setBeforeSequence] = useState<number | null>(null);
  const audit = useCall('audit.list', { beforeSequence, limit: PAGE });
  return (
    <Section title="Audit log" description="Each entry is chained to the one before it, so that a change would show.">
      <Loaded query={audit} what="the audit log">
        {({ entries, chainIntact }) => (
          <>
            {chainIntact ? (
              <Text fw={600} c="#1b5e2a">
                Checked: the chain is intact.
              </Text>
            ) : (
              <Notice kind="error" title="The chain is broken">
                An entry was changed or removed outside of the program. Keep a copy of the data folder and tell whoever
                is responsible for it.
              </Notice>
            )}
            <AuditTable entries={entries} />
            <Group>
              <Button variant="default" disabled={beforeSequence === null} onClick={() => setBeforeSequence(null)}>
                Newest
              </Button>
              <Button
                variant="default"
                disabled={entries.length < PAGE}
                onClick={() => setBeforeSequence(entries.at(-1)?.sequence ?? null)}
              >
                Older
              </Button>
            </Group>
          </>
        )}
      </Loaded>
    </Section>
  );
}
