import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { KeysState } from '../../../../contract/records/keys.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DialogActions } from '../../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { useFormat } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PasswordField } from '../../../ui/password-field.tsx';

/** A key file that was changed by other means: where it differs, and that an administrator knows why. Nothing where it was not. */
export function ForeignKeys({ foreign }: Pick<KeysState, 'foreign'>) {
  const { t } = useTranslation('keys');
  const { dateTime } = useFormat();
  const [isAsking, asking] = useDisclosure();
  if (!foreign) return null;
  const { sinceIso, differs } = foreign;
  const isElsewhere = differs !== null && differs.names.length === 0 && !differs.recovery;
  const fingerprint = foreign.fingerprint.slice(0, 32).replaceAll(/(.{4})(?=.)/g, '$1 ');
  return (
    <>
      <Notice kind="error" title={t(($) => $.foreign.title)}>
        <Text>{t(($) => $.foreign.found, { at: dateTime(sinceIso), fingerprint })}</Text>
        {differs === null && <Text>{t(($) => $.foreign.unknown)}</Text>}
        {differs !== null && differs.names.length > 0 && (
          <Text>{t(($) => $.foreign.names, { names: differs.names.join(', ') })}</Text>
        )}
        {differs?.recovery && <Text>{t(($) => $.foreign.code)}</Text>}
        {isElsewhere && <Text>{t(($) => $.foreign.elsewhere)}</Text>}
        <Text>{t(($) => $.foreign.help)}</Text>
        <Group mt="xs">
          <Button variant="default" onClick={asking.open}>
            {t(($) => $.foreign.settle)}
          </Button>
        </Group>
      </Notice>
      {isAsking && <Settle fingerprint={foreign.fingerprint} onClose={asking.close} />}
    </>
  );
}

function Settle({ fingerprint, onClose }: { readonly fingerprint: string; readonly onClose: () => void }) {
  const { t } = useTranslation('keys');
  const { form, submit, isPending, error } = useCallForm('keys.settle', {
    initialValues: { password: '' },
    toInput: ({ password }) => ({ fingerprint, password }),
    secrets: ['password'],
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t(($) => $.foreign.settleTitle)}>
      <Form onSubmit={submit}>
        <Text>{t(($) => $.foreign.settleHelp)}</Text>
        <PasswordField
          label={t(($) => $.foreign.password)}
          required
          autoComplete="off"
          {...form.getInputProps('password')}
        />
        {error && <ErrorNotice error={error} title={t(($) => $.foreign.failed)} />}
        <DialogActions submit={t(($) => $.foreign.settle)} pending={isPending} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
