import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

interface RowButtonProps {
  /** What it does to which row; its text alone would be the same in every row. */
  readonly label: string;
  readonly loading?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A small button that acts on its row. */
export function RowButton({ label, ...rest }: RowButtonProps) {
  return <Button size="compact-md" variant="default" aria-label={label} {...rest} />;
}
