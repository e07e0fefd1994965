import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../contract/contract.ts';
import { LONGEST_TO } from '../../../../contract/model-life/federation.ts';
import { useAction } from '../../../client/use-call.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Section } from '../../../ui/section.tsx';
import { useConfirmedAction } from '../../../ui/use-confirmed-action.ts';
import { Facts } from './facts.tsx';
import { PathForm } from './path-form.tsx';
import { usePlanFacts } from './plan-facts.ts';

/** Looks at a federation file, says what it has the site give, and has an administrator confirm exactly that. */
export function JoinSection() {
  const { t } = useTranslation('federation');
  const look = useAction('federation.look');
  return (
    <Section title={t(($) => $.join.title)} description={t(($) => $.join.description)}>
      <PathForm
        label={t(($) => $.join.file)}
        submit={t(($) => $.join.look)}
        failed={t(($) => $.join.lookFailed)}
        action={look}
        onPath={(file) => look.mutate({ file })}
      />
      {look.data && <Confirm key={look.data.sha256} seen={look.data} />}
    </Section>
  );
}

function Confirm({ seen }: { readonly seen: Output<'federation.look'> }) {
  const { t } = useTranslation('federation');
  const planFacts = usePlanFacts();
  const [to, setTo] = useState('');
  const { ask, dialog } = useConfirmedAction('federation.join', (asked: { to: string }) => ({
    file: seen.file,
    sha256: seen.sha256,
    to: asked.to,
  }));
  return (
    <Stack gap="md">
      <Facts facts={planFacts(seen.plan)} />
      <TextInput
        label={t(($) => $.join.to)}
        description={t(($) => $.join.toHelp)}
        value={to}
        maxLength={LONGEST_TO}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Group>
        <Button disabled={to.trim() === ''} onClick={() => ask({ to: to.trim() })}>
          {t(($) => $.join.confirm)}
        </Button>
      </Group>
      <ConfirmDialog {...dialog} title={t(($) => $.join.askTitle)} confirm={t(($) => $.join.yes)}>
        <Text>{t(($) => $.join.ask, { to: to.trim() })}</Text>
        <Facts facts={planFacts(seen.plan)} />
        <List spacing={4}>
          <List.Item>{t(($) => $.join.personal)}</List.Item>
          <List.Item>{t(($) => $.join.noWayBack)}</List.Item>
        </List>
      </ConfirmDialog>
    </Stack>
  );
}
