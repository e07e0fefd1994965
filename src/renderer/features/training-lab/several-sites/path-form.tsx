import { Button, Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CallError } from '../../../../contract/error.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';

interface PathFormProps {
  readonly label: string;
  readonly submit: string;
  readonly failed: string;
  /** What the path is for; an answer of before goes as soon as another path is typed. */
  readonly action: { readonly isPending: boolean; readonly error: CallError | null; readonly reset: () => void };
  readonly onPath: (path: string) => void;
  /** Beside the button. */
  readonly children?: ReactNode;
}

/** Asks for the path of something on this machine, and says why it was not taken. */
export function PathForm({ label, submit, failed, action, onPath, children }: PathFormProps) {
  const [path, setPath] = useState('');
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        onPath(path);
      }}
    >
      <TextInput
        label={label}
        value={path}
        onChange={(event) => {
          setPath(event.currentTarget.value);
          action.reset();
        }}
      />
      <Group>
        <Button type="submit" variant="default" loading={action.isPending} disabled={path.trim() === ''}>
          {submit}
        </Button>
        {children}
      </Group>
      {action.error && <ErrorNotice error={action.error} title={failed} />}
    </Form>
  );
}
