import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useAction, useCall } from '../../../client/use-call.ts';
import { AuditFindingText } from '../../../ui/audit-finding-text.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Loaded } from '../../../ui/loaded.tsx';

/** What was found when the store was opened, at any time; nothing where nothing ever was. */
export function AuditFindings() {
  const { t } = useTranslation('records');
  const findings = useCall('audit.findings', {});
  const [isAsking, asking] = useDisclosure();
  const acknowledge = useAction('audit.acknowledge', { onDone: asking.close });
  return (
    <Loaded query={findings} what={t(($) => $.finding.what)}>
      {(all) =>
        all.length > 0 && (
          <Stack gap="xs">
            <Text fw={600}>{t(($) => $.finding.history)}</Text>
            {all.map((finding) => (
              <AuditFindingText key={`${finding.foundAtIso} ${finding.fault}`} finding={finding} />
            ))}
            {all.some(({ acknowledged }) => !acknowledged) && (
              <Group>
                <Button variant="default" onClick={asking.open}>
                  {t(($) => $.finding.acknowledge)}
                </Button>
              </Group>
            )}
            <ConfirmDialog
              opened={isAsking}
              title={t(($) => $.finding.acknowledgeTitle)}
              confirm={t(($) => $.finding.acknowledge)}
              pending={acknowledge.isPending}
              error={acknowledge.error}
              onConfirm={() => acknowledge.mutate({})}
              onClose={asking.close}
            >
              <Text>{t(($) => $.finding.acknowledgeHelp)}</Text>
            </ConfirmDialog>
          </Stack>
        )
      }
    </Loaded>
  );
}
