import { Stack, type StackProps } from '@mantine/core';
import type { SyntheticEvent } from 'react';

interface FormProps extends Pick<StackProps, 'gap' | 'children'> {
  readonly onSubmit: (event: SyntheticEvent<HTMLElement>) => void;
}

/** A form, its fields one below another. The browser's own checks are off: they do not speak the reader's language. */
export function Form({ onSubmit, ...stack }: FormProps) {
  return (
    <form noValidate onSubmit={onSubmit}>
      <Stack {...stack} />
    </form>
  );
}
