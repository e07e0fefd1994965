import type { ReportDocument } from './report-document.ts';

/** The document as JSON: columns of numbers become arrays, everything else stays as it is. Ends with a newline. */
export function reportToJson(document: ReportDocument): string {
  const text = JSON.stringify(document, (_key, value: unknown) => (isColumn(value) ? numbersOf(value) : value), 1);
  return `${text}\n`;
}

type Column = Float64Array | Float32Array | Int8Array;

function isColumn(value: unknown): value is Column {
  return value instanceof Float64Array || value instanceof Float32Array || value instanceof Int8Array;
}

/** Seven digits are all that float32 holds; more would only look like precision. */
function numbersOf(column: Column): number[] {
  if (column instanceof Float32Array) return Array.from(column, (value) => Number(value.toPrecision(7)));
  return Array.from(column);
}
