import { Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ROLES } from '../../../../contract/role.ts';
import type { User } from '../../../../contract/site.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DialogActions } from '../../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';

interface PersonDialogProps {
  /** Whom it is about; null while nobody is asked. */
  readonly user: User | null;
  readonly onClose: () => void;
}

/** What somebody may do from now on. */
export function RoleDialog({ user, onClose }: PersonDialogProps) {
  const { t } = useTranslation('settings');
  return (
    <Dialog opened={user !== null} onClose={onClose} title={t(($) => $.users.setRole, { name: user?.name ?? '' })}>
      {user && <RoleForm user={user} onClose={onClose} />}
    </Dialog>
  );
}

function RoleForm({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const { form, submit, isPending, error } = useCallForm('users.setRole', {
    initialValues: { role: user.role },
    toInput: ({ role }) => ({ userId: user.id, role }),
    onDone: onClose,
  });
  return (
    <Form onSubmit={submit}>
      <Text>{t(($) => $.users.roleHelp)}</Text>
      <Select
        label={t(($) => $.users.role)}
        data={ROLES.map((value) => ({ value, label: common(($) => $.role[value]) }))}
        allowDeselect={false}
        {...form.getInputProps('role')}
      />
      {error && <ErrorNotice error={error} title={t(($) => $.users.roleFailed)} />}
      <DialogActions submit={t(($) => $.users.roleSubmit)} pending={isPending} onCancel={onClose} />
    </Form>
  );
}
