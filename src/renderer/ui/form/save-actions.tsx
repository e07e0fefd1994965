import { Button, Group, Text } from '@mantine/core';
import type { CallError } from '../../../contract/error.ts';
import { ErrorNotice } from '../error-notice.tsx';

interface SaveActionsProps {
  /** How the form's call goes. */
  readonly sent: { readonly isPending: boolean; readonly isDone: boolean; readonly error: CallError | null };
  /** The verb on the button. */
  readonly save: string;
  /** Said once it was answered. */
  readonly saved: string;
  /** Over a refusal. */
  readonly notSaved: string;
  readonly variant?: 'default';
}

/** The end of a form that stays where it is: its button, and what became of it. */
export function SaveActions({ sent, save, saved, notSaved, variant }: SaveActionsProps) {
  return (
    <>
      {sent.error && <ErrorNotice error={sent.error} title={notSaved} />}
      <Group>
        <Button type="submit" variant={variant} loading={sent.isPending}>
          {save}
        </Button>
        <Text role="status" size="sm">
          {sent.isDone && saved}
        </Text>
      </Group>
    </>
  );
}
