import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface WideTableProps {
  /** What the table holds: the name of the part that can be scrolled by keyboard. */
  readonly label: string;
  readonly minWidthPx: number;
  readonly children: ReactNode;
}

/** Lets a table that is wider than its place be scrolled, by keyboard as well, instead of breaking the page. */
export function WideTable({ label, minWidthPx, children }: WideTableProps) {
  return (
    <Table.ScrollContainer
      minWidth={minWidthPx}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': label } }}
    >
      {children}
    </Table.ScrollContainer>
  );
}
