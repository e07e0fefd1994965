import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CsvError } from 'csv-parse';
import { type Failure, failure } from '../../words/failure.ts';
import { DatasetError, type DatasetProblem, type ImageRecord } from '../dataset.ts';
import { fileFault } from '../file-fault.node.ts';
import { unreadable } from '../unreadable.ts';
import type { FolderContents, Layout, LayoutOptions } from './layout.ts';
import { hasDecimalComma, KNOWN_COLUMNS, parseManifestRow, REQUIRED_COLUMNS, VOTE_COLUMNS } from './manifest-row.ts';
import { checkedHeader, type TableRow, tableRows } from './read-table.node.ts';
import { type TableForm, tableForm } from './table-form.node.ts';

/** The one that comes first is read. A spreadsheet gives "Unicode text" the ending .txt. */
const NAMES = ['manifest.csv', 'manifest.tsv', 'manifest.txt'];

/** Longer than any honest row; a file without line ends is refused instead of filling the memory. */
const MOST_ROW_BYTES = 64 * 1024;

/** How a spreadsheet is told to keep 001 a text: ="001". */
const KEPT_TEXT = /^="(.*)"$/;

/**
 * The program's own layout: `manifest.csv`, one image a row, with path, subject, group and an emotion, and optionally
 * age, x0,y0,x1,y1 and votes_<emotion>. Other columns are ignored. A missing column makes the folder unreadable; a row
 * that cannot be used is left out. It is read as spreadsheets save it, and said how: with semicolons, tabs or bars between
 * columns, decimal commas, in UTF-16 or Windows-1252, its names in any case.
 */
export const manifest: Layout = {
  name: 'manifest',
  description: null,
  recognises: (dir) => nameIn(dir) !== null,
  read: readManifest,
};

/** As it stands in the folder: on some systems in capitals. */
function nameIn(dir: string): string | null {
  const names = readdirSync(dir);
  return NAMES.map((wanted) => names.find((name) => name.toLowerCase() === wanted)).find((name) => name) ?? null;
}

async function readManifest(dir: string, { labelColumn }: LayoutOptions): Promise<FolderContents> {
  const name = nameIn(dir) ?? NAMES[0]!;
  const records: ImageRecord[] = [];
  const problems: DatasetProblem[] = [];
  const firstRowOf = new Map<string, number>();
  const leaveOut = (row: number, path: string, why: Failure) => problems.push({ dir, row, path, why });
  const { form, how, rows } = await openManifest({ dir, name, labelColumn }, (row, why) => leaveOut(row, name, why));

  for await (const { record, info } of rows) {
    const row = info.lines;
    const written = record.path || name;
    if (hasDecimalComma(record)) how.decimalComma = true;
    const parsed = parseManifestRow(record, labelColumn, form.delimiter === ';');
    if (parsed.kind === 'problem') {
      leaveOut(row, written, parsed.why);
      continue;
    }
    const { path } = parsed.record;
    const firstRow = firstRowOf.get(path);
    const fault = firstRow === undefined ? fileFault(dir, path) : failure('leftOut.named-before', { row: firstRow });
    firstRowOf.set(path, firstRow ?? row);
    if (fault) leaveOut(row, written, fault);
    else records.push({ dir, row, ...parsed.record });
  }
  const remarks = howFailures(form, how);
  return {
    records,
    problems,
    subjectsKnown: true,
    remarks: remarks.length === 0 ? [] : [{ dir, path: name, how: remarks }],
  };
}

/** What of the way it was saved shows only while it is read. */
interface Peculiarities {
  decimalComma: boolean;
  keptTexts: boolean;
  otherCase: boolean;
}

async function openManifest(
  { dir, name, labelColumn }: { readonly dir: string; readonly name: string; readonly labelColumn: string },
  onSkip: (row: number, why: Failure) => void,
) {
  const file = join(dir, name);
  const known = [...KNOWN_COLUMNS, labelColumn];
  const looked = await tableForm(
    file,
    known.map((column) => column.toLowerCase()),
  ).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  if (looked.kind === 'fault') {
    const reason = looked.fault === 'workbook' ? 'dataset.table-workbook' : 'dataset.table-binary';
    throw new DatasetError(failure(reason, { file }));
  }
  const how: Peculiarities = { decimalComma: false, keptTexts: false, otherCase: false };
  const rows = tableRows(dir, name, {
    form: looked.form,
    columns(written) {
      const header = written.map((column) => calledAs(column, known, written));
      how.otherCase = header.some((column, place) => column !== written[place]);
      const votes = VOTE_COLUMNS.some((column) => header.includes(column)) ? VOTE_COLUMNS : [];
      return checkedHeader(header, dir, name, [...REQUIRED_COLUMNS, labelColumn, ...votes]);
    },
    trim: true,
    // A kept text that stands without quotes around it: ="001".
    relax_quotes: true,
    max_record_size: MOST_ROW_BYTES,
    onSkip: (error) => onSkip(Number(error.lines), noRow(error)),
  });
  return { form: looked.form, how, rows: withPlainTexts(rows, how) };
}

/** The name of a column that is read, for one that differs in its letters' case only; others as they are. */
function calledAs(column: string, known: readonly string[], header: readonly string[]): string {
  const cell = column.replace(KEPT_TEXT, '$1').trim();
  const alike = known.find((name) => name.toLowerCase() === cell.toLowerCase());
  return alike === undefined || header.includes(alike) ? column : alike;
}

async function* withPlainTexts(rows: AsyncIterable<TableRow>, how: Peculiarities): AsyncGenerator<TableRow, void> {
  for await (const row of rows) {
    const kept = Object.entries(row.record).filter(([, cell]) => KEPT_TEXT.test(cell));
    if (kept.length === 0) yield row;
    else {
      how.keptTexts = true;
      const plain = kept.map(([column, cell]) => [column, cell.replace(KEPT_TEXT, '$1').replaceAll('""', '"').trim()]);
      yield { ...row, record: { ...row.record, ...Object.fromEntries(plain) } };
    }
  }
}

function noRow({ code, ...error }: CsvError): Failure {
  const { columns, record } = error as { columns?: unknown; record?: unknown };
  if (code === 'CSV_RECORD_INCONSISTENT_COLUMNS' && Array.isArray(columns) && Array.isArray(record)) {
    return failure('leftOut.table-columns', { wanted: columns.length, found: record.length });
  }
  return failure('leftOut.no-table-row', { code });
}

/** How a manifest was read, where that is not as it is described. */
function howFailures({ delimiter, encoding }: TableForm, how: Peculiarities): Failure[] {
  return [
    ...(delimiter === ',' ? [] : [failure('readHow.delimiter', { delimiter: delimiter === '\t' ? 'tab' : delimiter })]),
    ...(encoding === 'utf-8' ? [] : [failure('readHow.encoding', { encoding: encoding.toUpperCase() })]),
    ...(how.decimalComma ? [failure('readHow.decimal-comma')] : []),
    ...(how.keptTexts ? [failure('readHow.kept-texts')] : []),
    ...(how.otherCase ? [failure('readHow.other-case')] : []),
  ];
}
