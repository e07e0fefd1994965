import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Study } from '../../../../contract/study.ts';
import { useAction } from '../../../client/use-call.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ErrorText } from '../../../ui/error-text.tsx';

/** Stops a study, goes on with it, removes it. */
export function StudyControls({ study }: { readonly study: Study }) {
  const { t } = useTranslation('study');
  const { t: ui } = useTranslation('ui');
  const navigate = useNavigate();
  const { id: studyId, state } = study;
  const stop = useAction('studies.stop');
  const resume = useAction('studies.resume');
  const [isAsked, ask] = useDisclosure(false);
  const remove = useAction('studies.remove', { onDone: () => navigate('/training/study') });
  const refused = (error: Error) =>
    notifications.show({ color: 'red.9', title: ui(($) => $.notDone), message: <ErrorText error={error} /> });
  if (state === 'running') {
    return (
      <Button color="red.9" loading={stop.isPending} onClick={() => stop.mutate({ studyId }, { onError: refused })}>
        {t(($) => $.one.stop)}
      </Button>
    );
  }
  return (
    <Group>
      {state !== 'finished' && (
        <Button loading={resume.isPending} onClick={() => resume.mutate({ studyId }, { onError: refused })}>
          {t(($) => $.one.resume)}
        </Button>
      )}
      <Button variant="default" onClick={ask.open}>
        {t(($) => $.one.remove)}
      </Button>
      <ConfirmDialog
        opened={isAsked}
        title={t(($) => $.one.removeTitle)}
        confirm={t(($) => $.one.remove)}
        danger
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ studyId })}
        onClose={ask.close}
      >
        <Text>{t(($) => $.one.removeText)}</Text>
      </ConfirmDialog>
    </Group>
  );
}
