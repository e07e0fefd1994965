import type { Figure as FigureData } from '../../contract/models.ts';
import { type Column, DataTable } from './data-table.tsx';
import { Figure } from './figure.tsx';
import { useFormat } from './format.ts';

interface FigureRow {
  readonly words: string;
  readonly figure: FigureData | null;
  /** The n behind it, in words. */
  readonly n: string;
  readonly signed?: boolean;
  /** One for each of the table's `besides`; left out where the figure has none. */
  readonly beside?: readonly number[];
}

interface FigureTableProps {
  readonly label: string;
  readonly caption?: string;
  readonly rows: readonly FigureRow[];
  /** Headings of the columns beside each figure, and of the figures themselves. */
  readonly besides?: { readonly figure: string; readonly others: readonly string[] };
}

/** Figures by name, one per row, with what stands beside them. */
export function FigureTable({ besides, ...props }: FigureTableProps) {
  const format = useFormat();
  const others = besides?.others.map((header, index): [string, Column<FigureRow>] => [
    header,
    { header, align: 'right', cell: ({ beside }) => (beside ? format.figure(beside[index]!) : '–') },
  ]);
  return (
    <DataTable
      {...props}
      rowKey={({ words }) => words}
      minWidthPx={besides ? 520 : undefined}
      columns={{
        words: { isRowHeader: true, cell: ({ words }) => words },
        figure: { header: besides?.figure, minWidthPx: besides ? 180 : undefined, cell: (row) => <Figure {...row} /> },
        ...Object.fromEntries(others ?? []),
      }}
    />
  );
}
