import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface PageLinkProps {
  readonly to: string;
  /** Where its text alone does not say what it leads to. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A link to another page of the program, underlined: colour alone does not tell it from text. */
export function PageLink({ to, label, children }: PageLinkProps) {
  return (
    <Anchor component={Link} to={to} underline="always" aria-label={label}>
      {children}
    </Anchor>
  );
}
