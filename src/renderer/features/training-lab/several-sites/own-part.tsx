import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../contract/contract.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useConfirmedAction } from '../../../ui/use-confirmed-action.ts';
import { Facts } from './facts.tsx';
import { usePlanFacts } from './plan-facts.ts';

interface OwnPartProps {
  readonly state: Output<'federation.state'>;
  readonly mayLeave: boolean;
}

/** What was confirmed, whether it still is so, and for how many children consents hold. */
export function OwnPart({ state: { joined, consents }, mayLeave }: OwnPartProps) {
  const { t } = useTranslation('federation');
  const format = useFormat();
  const planFacts = usePlanFacts();
  const { asked, ask, dialog } = useConfirmedAction('federation.leave', (_: { to: string }) => ({}));
  return (
    <Stack gap="md">
      {joined === null && <Text>{t(($) => $.state.none)}</Text>}
      {joined && !joined.isAsConfirmed && (
        <Notice kind="warning" title={t(($) => $.state.changed)}>
          {t(($) => $.state.changedHelp)}
        </Notice>
      )}
      <Facts
        facts={[
          ...(joined
            ? ([
                [t(($) => $.state.to), joined.to],
                [
                  t(($) => $.state.confirmed),
                  t(($) => $.state.confirmedBy, {
                    name: joined.confirmedBy,
                    when: format.dateTime(joined.confirmedAtIso),
                  }),
                ],
                [t(($) => $.state.file), joined.file],
                ...(joined.plan ? planFacts(joined.plan) : []),
              ] as const)
            : []),
          [t(($) => $.state.consents), t(($) => $.state.consentsOf, consents)],
        ]}
      />
      <Text size="sm" c="dimmed">
        {t(($) => $.state.consentsHelp)}
      </Text>
      {joined && mayLeave && (
        <Group>
          <Button variant="default" onClick={() => ask(joined)}>
            {t(($) => $.state.leave)}
          </Button>
        </Group>
      )}
      <ConfirmDialog {...dialog} title={t(($) => $.leave.title)} confirm={t(($) => $.leave.yes)} danger>
        <Text>{t(($) => $.leave.text, { to: asked?.to ?? '' })}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
