import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CsvError } from 'csv-parse';
import { type Failure, failure } from '../../words/failure.ts';
import { DatasetError, type DatasetProblem, type ImageRecord } from '../dataset.ts';
import { isGroup } from '../faces/face-set.ts';
import { fileFinder } from '../find-file.node.ts';
import type { Completion } from '../said/completion.node.ts';
import { unreadable } from '../unreadable.ts';
import type { FolderContents, FolderImages, Layout, LayoutOptions } from './layout.ts';
import {
  hasDecimalComma,
  KNOWN_COLUMNS,
  type ParsedRow,
  parseImageRow,
  parseManifestRow,
  REQUIRED_COLUMNS,
  VOTE_COLUMNS,
} from './manifest-row.ts';
import { checkedHeader, type TableRow, tableRows } from './read-table.node.ts';
import { type TableForm, tableForm } from './table-form.node.ts';
import { foldUnlabelled } from './unlabelled.ts';

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

async function readManifest(dir: string, { labelColumn, completion }: LayoutOptions): Promise<FolderContents> {
  let hasSubjects = true;
  const { read, ...rest } = await readRows(dir, {
    labelColumn,
    needed(header) {
      hasSubjects = header.includes('subject');
      const votes = VOTE_COLUMNS.some((column) => header.includes(column)) ? VOTE_COLUMNS : [];
      // What the columns do not say, somebody has said.
      return completion ? ['path', ...votes] : [...REQUIRED_COLUMNS, labelColumn, ...votes];
    },
    parse: (row, column, decimalComma) =>
      parseManifestRow(completion ? completion.row(row, column) : row, column, decimalComma),
  });
  const problems = completion ? foldUnlabelled(dir, nameIn(dir)!, rest.problems) : rest.problems;
  const subjectsKnown = hasSubjects || completion?.statement.subject.kind !== 'nobody';
  return { ...rest, records: read, problems, subjectsKnown };
}

/**
 * The columns of a folder's manifest, called as they are read.
 *
 * @returns Null for a folder without a manifest.
 * @throws DatasetError if it cannot be read as a table.
 */
export async function manifestColumns(dir: string): Promise<readonly string[] | null> {
  const name = nameIn(dir);
  if (name === null) return null;
  let columns: readonly string[] = [];
  const needed = (header: readonly string[]) => {
    columns = header;
    return [];
  };
  const { rows } = await openManifest({ dir, name, labelColumn: 'emotion', needed, onSkip: () => {} });
  // The first row comes after the header.
  for await (const _ of rows) break;
  return columns;
}

/**
 * What a manifest names, for whoever wants to look at the images and needs no labels: rows with a path, and with a subject
 * and a face box where they are known.
 *
 * @returns Null for a folder without a manifest.
 */
export async function readManifestImages(
  dir: string,
  completion: Completion | null = null,
): Promise<FolderImages | null> {
  if (!manifest.recognises(dir)) return null;
  const { read, ...rest } = await readRows(dir, {
    labelColumn: 'emotion',
    needed: () => ['path'],
    parse: (row, _, decimalComma) => {
      const said = completion?.of(row.path ?? '');
      const own = row.group?.toLowerCase() ?? '';
      const group = isGroup(own) ? own : (said?.group ?? '');
      return parseImageRow({ ...row, subject: row.subject ?? said?.subject ?? '', group }, decimalComma);
    },
  });
  return { images: read, ...rest };
}

interface RowReading<Read> {
  readonly labelColumn: string;
  /** The columns that a table with this header must have. */
  needed(header: readonly string[]): readonly string[];
  parse(row: Readonly<Record<string, string>>, labelColumn: string, decimalComma: boolean): ParsedRow<Read>;
}

async function readRows<Read extends { readonly path: string }>(
  dir: string,
  { labelColumn, needed, parse }: RowReading<Read>,
) {
  const name = nameIn(dir) ?? NAMES[0]!;
  const read: (Read & Pick<ImageRecord, 'dir' | 'row'>)[] = [];
  const problems: DatasetProblem[] = [];
  const firstRowOf = new Map<string, number>();
  const find = fileFinder(dir);
  let otherSpellings = 0;
  const leaveOut = (row: number, path: string, why: Failure) => problems.push({ dir, row, path, why });
  const { form, how, rows } = await openManifest({
    dir,
    name,
    labelColumn,
    needed,
    onSkip: (row, why) => leaveOut(row, name, why),
  });
  for await (const { record, info } of rows) {
    const row = info.lines;
    const written = record.path || name;
    if (hasDecimalComma(record)) how.decimalComma = true;
    const parsed = parse(record, labelColumn, form.delimiter === ';');
    if (parsed.kind === 'problem') {
      leaveOut(row, written, parsed.why);
      continue;
    }
    const { path } = parsed.record;
    const found = find(path);
    const file = found.kind === 'file' ? found.path : path;
    const firstRow = firstRowOf.get(file);
    firstRowOf.set(file, firstRow ?? row);
    if (firstRow !== undefined) leaveOut(row, written, failure('leftOut.named-before', { row: firstRow }));
    else if (found.kind === 'fault') leaveOut(row, written, found.why);
    else if (file === path) read.push({ dir, row, ...parsed.record });
    else {
      otherSpellings += 1;
      read.push({ dir, row, ...parsed.record, source: { kind: 'file', file } });
    }
  }
  const spelt = otherSpellings === 0 ? [] : [failure('readHow.other-spelling', { count: otherSpellings })];
  const remarks = [...howFailures(form, how), ...spelt];
  return { read, problems, remarks: remarks.length === 0 ? [] : [{ dir, path: name, how: remarks }] };
}

/** What of the way it was saved shows only while it is read. */
interface Peculiarities {
  decimalComma: boolean;
  keptTexts: boolean;
  otherCase: boolean;
}

interface OpenOptions extends Pick<RowReading<unknown>, 'labelColumn' | 'needed'> {
  readonly dir: string;
  readonly name: string;
  readonly onSkip: (row: number, why: Failure) => void;
}

async function openManifest({ dir, name, labelColumn, needed, onSkip }: OpenOptions) {
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
      return checkedHeader(header, dir, name, needed(header));
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
