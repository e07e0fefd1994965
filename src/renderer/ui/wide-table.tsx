import { Table } from '@mantine/core';
import { createContext, type ReactNode, use } from 'react';
import { useTranslation } from 'react-i18next';

/** What the tables inside are of, where a page shows several of one kind: it goes into their names. */
export const TablesOf = createContext('');

interface WideTableProps {
  /** What the table holds: the name of the part that can be scrolled by keyboard. */
  readonly label: string;
  readonly minWidthPx: number;
  readonly children: ReactNode;
}

/** Lets a table that is wider than its place be scrolled, by keyboard as well, instead of breaking the page. */
export function WideTable({ label, minWidthPx, children }: WideTableProps) {
  const { t } = useTranslation('ui');
  const of = use(TablesOf);
  const name = of === '' ? label : t(($) => $.tableOf, { table: label, of });
  return (
    <Table.ScrollContainer
      minWidth={minWidthPx}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': name } }}
    >
      {children}
    </Table.ScrollContainer>
  );
}
