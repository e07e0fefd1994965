import { Checkbox, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ReceivedModel } from '../../../../contract/model-life/model-exchange.ts';
import { DialogActions } from '../../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { useFormat } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useShows } from '../../../ui/use-shows.ts';

interface ReceivedModelFormProps {
  readonly received: ReceivedModel;
  readonly onClose: () => void;
}

/** What a model file says, whose it is, and whether it may come in. */
export function ReceivedModelForm({ received, onClose }: ReceivedModelFormProps) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const shown = useShows();
  const navigate = useNavigate();
  const { modelId, version, siteName, fingerprint, standing, children, statement, madeAtIso, testedOn, nameTaken } =
    received;
  const { form, submit, isPending, error } = useCallForm('modelExchange.import', {
    initialValues: { confirmedFingerprint: false },
    toInput: ({ confirmedFingerprint }) => ({ confirmedFingerprint: confirmedFingerprint ? fingerprint : null }),
    check: ({ confirmedFingerprint }) => ({
      confirmedFingerprint: standing === 'unknown' && !confirmedFingerprint ? t(($) => $.confirmMissing) : null,
    }),
    onDone: ({ id }) => {
      onClose();
      navigate(`/models/${id}`);
    },
  });
  return (
    <Form onSubmit={submit}>
      <Stack gap={4} style={{ overflowWrap: 'anywhere' }} role="status">
        <Text fw={600}>
          {t(($) => $.found, { model: modelId, version, site: siteName, date: format.date(madeAtIso) })}
        </Text>
        <Text>{t(($) => $.unchanged)}</Text>
        {testedOn !== '' && <Text>{t(($) => $.foundTested, { shows: shown(testedOn) })}</Text>}
        {children > 0 && <Text>{t(($) => $.foundChildren, { count: children })}</Text>}
        {statement && <Text>{t(($) => $.foundStatement, { statement })}</Text>}
        {(standing === 'own' || standing === 'known') && <Text>{t(($) => $.standing[standing])}</Text>}
      </Stack>
      {standing === 'unknown' && (
        <Notice kind="warning" title={t(($) => $.standing.unknown)}>
          <Stack gap="xs">
            <Text>{t(($) => $.unknownHelp)}</Text>
            <Text ff="monospace">{fingerprint}</Text>
            <Checkbox
              label={t(($) => $.confirm)}
              {...form.getInputProps('confirmedFingerprint', { type: 'checkbox' })}
            />
          </Stack>
        </Notice>
      )}
      {standing === 'key-changed' && (
        <Notice kind="error" title={t(($) => $.standing['key-changed'])}>
          <Text ff="monospace">{fingerprint}</Text>
          <Text>{t(($) => $.changedHelp)}</Text>
        </Notice>
      )}
      {nameTaken && <Text>{t(($) => $.taken, { model: modelId })}</Text>}
      {error && <ErrorNotice error={error} title={t(($) => $.notImported)} />}
      <DialogActions
        submit={t(($) => $.import)}
        pending={isPending}
        disabled={nameTaken || standing === 'key-changed'}
        onCancel={onClose}
      />
    </Form>
  );
}
