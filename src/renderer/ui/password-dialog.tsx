import type { ReactNode } from 'react';
import type { Input } from '../../contract/contract.ts';
import { Dialog } from './dialog.tsx';
import { DialogActions } from './dialog-actions.tsx';
import { ErrorNotice } from './error-notice.tsx';
import { Form } from './form/form.tsx';
import { useCallForm } from './form/use-call-form.ts';
import { OwnPasswordField } from './own-password-field.tsx';

/** Calls that take nothing from the dialog but a password. */
type GraveMethod = 'clock.confirm' | 'keys.settle' | 'keys.bind' | 'keys.unbind' | 'erasures.eraseNow';

interface PasswordDialogProps<N extends GraveMethod> {
  readonly method: N;
  /** What the call takes beside the password. */
  readonly input: Omit<Input<N>, 'password'>;
  readonly title: string;
  /** The verb on the button. */
  readonly submit: string;
  /** Over a refusal. */
  readonly failed: string;
  readonly onClose: () => void;
  /** What will happen, and whether it can be undone. */
  readonly children: ReactNode;
}

/** Asks for the own password before something grave, and shows a refusal in the same place. */
export function PasswordDialog<N extends GraveMethod>(props: PasswordDialogProps<N>) {
  const { method, input, title, submit: verb, failed, onClose, children } = props;
  const { form, submit, isPending, error } = useCallForm(method, {
    initialValues: { password: '' },
    toInput: ({ password }) => ({ ...input, password }) as Input<N>,
    secrets: ['password'],
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Form onSubmit={submit}>
        {children}
        <OwnPasswordField data-autofocus {...form.getInputProps('password')} />
        {error && <ErrorNotice error={error} title={failed} />}
        <DialogActions submit={verb} pending={isPending} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
