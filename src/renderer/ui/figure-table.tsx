import type { Figure as FigureData } from '../../contract/models.ts';
import { DataTable } from './data-table.tsx';
import { Figure } from './figure.tsx';

interface FigureRow {
  readonly words: string;
  readonly figure: FigureData | null;
  /** The n behind it, in words. */
  readonly n: string;
  readonly signed?: boolean;
}

interface FigureTableProps {
  readonly label: string;
  readonly caption?: string;
  readonly rows: readonly FigureRow[];
}

/** Figures by name, one per row. */
export function FigureTable(props: FigureTableProps) {
  return (
    <DataTable
      {...props}
      rowKey={({ words }) => words}
      columns={{
        words: { isRowHeader: true, cell: ({ words }) => words },
        figure: { cell: (row) => <Figure {...row} /> },
      }}
    />
  );
}
