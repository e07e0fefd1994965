import { Stack, type StackProps } from '@mantine/core';
import type { SyntheticEvent } from 'react';

interface FormProps extends Pick<StackProps, 'gap' | 'children'> {
  readonly onSubmit: (event: SyntheticEvent<HTMLElement>) => void;
}

/**
 * A form, its fields one below another. The browser's own checks are off: they do not speak the reader's language; so is
 * its memory of what was typed, which it keeps in files outside of the store.
 */
export function Form({ onSubmit, ...stack }: FormProps) {
  return (
    <form noValidate autoComplete="off" onSubmit={onSubmit}>
      <Stack {...stack} />
    </form>
  );
}
