/** A table as BIDS wants it. Null and an empty text are "n/a". */
export interface TsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * The table as tab-separated text with a line of column names. There is no quoting in such a file: a tab, a line break
 * or another control character within a text becomes a space.
 *
 * Source: BIDS specification, "Common principles", "Tabular files".
 */
export function toTsv({ columns, rows }: TsvTable): string {
  return [columns, ...rows].map((row) => `${row.map(cell).join('\t')}\n`).join('');
}

function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = (value ?? '').replace(/\p{Cc}+/gu, ' ').trim();
  return text === '' ? 'n/a' : text;
}
