import { Button, Group } from '@mantine/core';

interface DialogActionsProps {
  /** The verb on the button that sends the form. */
  readonly submit: string;
  readonly pending: boolean;
  readonly disabled?: boolean;
  readonly onCancel: () => void;
}

/** The two ways out of a form in a dialog. */
export function DialogActions({ submit, pending, disabled = false, onCancel }: DialogActionsProps) {
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel}>
        Cancel
      </Button>
      <Button type="submit" loading={pending} disabled={disabled}>
        {submit}
      </Button>
    </Group>
  );
}
