import { Table } from '@mantine/core';
import { createContext, type ReactNode, use } from 'react';
import { useTranslation } from 'react-i18next';

/** What the tables inside belong to, where a page shows several of a kind; it becomes part of their names. */
export const TablesOf = createContext('');

/** A table's name on this page, with what it belongs to where there are several of its kind. */
export function useTableName(label: string): string {
  const { t } = useTranslation('ui');
  const of = use(TablesOf);
  return of === '' ? label : t(($) => $.tableOf, { table: label, of });
}

interface WideTableProps {
  /** What the table holds: the name of the part that can be scrolled by keyboard. */
  readonly label: string;
  readonly minWidthPx: number;
  readonly maxHeightPx?: number;
  readonly children: ReactNode;
}

/** Lets a table that is larger than its place be scrolled, by keyboard as well, instead of breaking the page. */
export function WideTable({ label, minWidthPx, maxHeightPx, children }: WideTableProps) {
  const name = useTableName(label);
  return (
    <Table.ScrollContainer
      minWidth={minWidthPx}
      maxHeight={maxHeightPx}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': name } }}
    >
      {children}
    </Table.ScrollContainer>
  );
}
