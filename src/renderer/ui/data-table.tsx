import { Table, type TableProps, Text } from '@mantine/core';
import type { Key, ReactNode } from 'react';
import { useTableName, WideTable } from './wide-table.tsx';

/** One column: its heading, and what stands below it in each row. */
export interface Column<Row> {
  /** Left out above buttons and drawings, which need no heading. */
  readonly header?: ReactNode;
  /** Called during rendering: a cell that needs a hook returns a component. */
  readonly cell: (row: Row) => ReactNode;
  /** Right for figures, so that their digits stand below one another. */
  readonly align?: 'right';
  /** The cell names its row: a screen reader says it with the other cells. */
  readonly isRowHeader?: boolean;
  /** `anywhere` for what people type, which may be one long word; `never` for what must stay on one line. */
  readonly wrap?: 'anywhere' | 'never';
  readonly width?: string;
  readonly minWidthPx?: number;
  /** Only repeats for the eye what other columns say. */
  readonly isDecoration?: boolean;
}

interface DataTableProps<Row> extends Pick<TableProps, 'verticalSpacing' | 'horizontalSpacing' | 'highlightOnHover'> {
  /** Name of the table, and of the part that scrolls. */
  readonly label: string;
  /** Stands below the table. */
  readonly caption?: string;
  /** By a key of their own, from left to right. */
  readonly columns: Readonly<Record<string, Column<Row>>>;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => Key;
  /** Said in place of a table without rows. */
  readonly empty?: string;
  /** Rows with the same text form a group under it; groups are in the order of their first row. */
  readonly groupOf?: (row: Row) => string;
  readonly isDimmed?: (row: Row) => boolean;
  /** For rows of fields: an error below one would shift what is centred beside it. */
  readonly isTopAligned?: boolean;
  /** Narrower than this, the table scrolls sideways. */
  readonly minWidthPx?: number;
  /** Taller than this, the table scrolls below its headings. */
  readonly maxHeightPx?: number;
}

/** Rows of data under headings. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, caption, columns: byKey, rows, rowKey, empty, groupOf, isDimmed, isTopAligned, ...rest } = props;
  const { minWidthPx, maxHeightPx, ...look } = rest;
  const name = useTableName(label);
  const columns = Object.entries(byKey);
  if (rows.length === 0 && empty !== undefined) return <Text>{empty}</Text>;

  const groups = groupOf ? [...Map.groupBy(rows, groupOf)] : [[null, rows] as const];
  const table = (
    <Table aria-label={name} tabularNums verticalSpacing="xs" stickyHeader={maxHeightPx !== undefined} {...look}>
      {caption && <Table.Caption>{caption}</Table.Caption>}
      {columns.some(([, { header }]) => header !== undefined) && (
        <Table.Thead>
          <Table.Tr>
            {columns.map(([key, column]) => (
              <Heading key={key} column={column} />
            ))}
          </Table.Tr>
        </Table.Thead>
      )}
      {groups.map(([title, members]) => (
        <Table.Tbody key={title} style={{ verticalAlign: isTopAligned ? 'top' : undefined }}>
          {title !== null && (
            <Table.Tr bg="gray.1">
              <Table.Th colSpan={columns.length} scope="rowgroup" style={{ overflowWrap: 'anywhere' }}>
                {title}
              </Table.Th>
            </Table.Tr>
          )}
          {members.map((row) => (
            <Table.Tr key={rowKey(row)} c={isDimmed?.(row) ? 'dimmed' : undefined}>
              {columns.map(([key, column]) => (
                <Cell key={key} column={column} row={row} />
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      ))}
    </Table>
  );
  if (minWidthPx === undefined && maxHeightPx === undefined) return table;
  return (
    <WideTable label={label} minWidthPx={minWidthPx ?? 0} maxHeightPx={maxHeightPx}>
      {table}
    </WideTable>
  );
}

function Heading<Row>({ column }: { readonly column: Column<Row> }) {
  const { header, align, wrap, width, minWidthPx, isDecoration } = column;
  const place = {
    ta: align,
    w: width,
    miw: minWidthPx,
    'aria-hidden': isDecoration,
    style: { whiteSpace: wrap === 'never' ? 'nowrap' : undefined } as const,
  };
  // An empty header cell would be announced as the heading of its column.
  if (header === undefined) return <Table.Td {...place} />;
  return (
    <Table.Th scope="col" {...place}>
      {header}
    </Table.Th>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const { cell, align, isRowHeader, wrap, minWidthPx, isDecoration } = column;
  const place = {
    ta: align,
    miw: minWidthPx,
    'aria-hidden': isDecoration,
    style: {
      overflowWrap: wrap === 'anywhere' ? wrap : undefined,
      whiteSpace: wrap === 'never' ? 'nowrap' : undefined,
    } as const,
  };
  if (!isRowHeader) return <Table.Td {...place}>{cell(row)}</Table.Td>;
  return (
    <Table.Th scope="row" fw={500} {...place}>
      {cell(row)}
    </Table.Th>
  );
}
