import { Checkbox, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Child, CONSENT_SCOPES, type ConsentScope } from '../../../contract/children.ts';
import { useAction } from '../../client/use-call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { localDate } from './consent-standing.ts';

interface ConsentDialogProps {
  readonly child: Child;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Records what a family agreed to. Every scope is its own choice, and none is chosen beforehand. */
export function ConsentDialog({ child, opened, onClose }: ConsentDialogProps) {
  const { t } = useTranslation('children');
  const { t: common } = useTranslation('common');
  const [scopes, setScopes] = useState<ConsentScope[]>([]);
  const [givenBy, setGivenBy] = useState('');
  const [childAssented, setChildAssented] = useState(false);
  const [untilDate, setUntilDate] = useState('');
  const grant = useAction('consents.grant', { onDone: finish });

  function finish(): void {
    setScopes([]);
    setGivenBy('');
    setChildAssented(false);
    setUntilDate('');
    grant.reset();
    onClose();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    grant.mutate({ childId: child.id, scopes, givenBy, childAssented, untilDate });
  }

  return (
    <Dialog opened={opened} onClose={finish} title={t(($) => $.consent.title, { code: child.code })} size="lg">
      <Stack component="form" onSubmit={submit}>
        <Checkbox.Group
          label={t(($) => $.consent.scopes)}
          required
          value={scopes}
          onChange={(values) => setScopes(CONSENT_SCOPES.filter((scope) => values.includes(scope)))}
        >
          <Stack gap="xs" mt="xs">
            {CONSENT_SCOPES.map((scope) => (
              <Checkbox key={scope} value={scope} label={common(($) => $.consentScope[scope])} />
            ))}
          </Stack>
        </Checkbox.Group>
        <TextInput
          label={t(($) => $.consent.givenBy)}
          description={t(($) => $.consent.givenByHelp)}
          required
          maxLength={120}
          value={givenBy}
          onChange={(event) => setGivenBy(event.currentTarget.value)}
        />
        <Checkbox
          label={t(($) => $.consent.assented)}
          checked={childAssented}
          onChange={(event) => setChildAssented(event.currentTarget.checked)}
        />
        <TextInput
          label={t(($) => $.consent.until)}
          type="date"
          required
          min={localDate(new Date())}
          value={untilDate}
          onChange={(event) => setUntilDate(event.currentTarget.value)}
        />
        {grant.error && <ErrorNotice error={grant.error} title={t(($) => $.consent.failed)} />}
        <DialogActions
          submit={t(($) => $.consent.submit)}
          pending={grant.isPending}
          disabled={scopes.length === 0}
          onCancel={finish}
        />
      </Stack>
    </Dialog>
  );
}
