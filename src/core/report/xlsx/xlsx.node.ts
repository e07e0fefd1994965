import writeXlsx, { type SheetData } from 'write-excel-file/node';
import { distressOf } from '../../emotion/distress.ts';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { PROBABILITIES } from '../../timeline/sample-columns.ts';
import { distressInWords } from '../distress/distress-in-words.ts';
import { statesBySecond } from '../distress/sample-states.ts';
import { formatWords } from '../format-words.ts';
import { movementsBySecond } from '../movements/movements-by-second.ts';
import { type Bytes, encoded } from '../pieces/pieces.ts';
import { printable } from '../printable.ts';
import type { ReportDocument } from '../report-document.ts';
import { MOVEMENT_COLUMNS, type ReportSamples } from '../report-samples.ts';
import { SECOND_MS } from '../report-seconds.ts';
import { ENTRY_COLUMNS, entryRows, rounded } from '../table-rows.ts';
import { unzip, zipPieces } from '../zip.ts';

/**
 * The session as a workbook of three sheets: what it was, its readings by whole seconds, and all else with its time. Names
 * of columns are those of the CSV, which has every sample; a sheet has no room for those of a day. Numbers are numbers, so
 * that a spreadsheet shows them in its own language, and a text is never run as a formula.
 *
 * Source: ECMA-376, SpreadsheetML.
 */
export async function* reportToXlsx(document: ReportDocument, samples: ReportSamples): AsyncGenerator<Bytes> {
  const { exports } = formatWords(document.language);
  const rows = secondRows(document, samples);
  const said = new Set<string>();
  for (const row of rows()) for (const value of row) if (typeof value === 'string') said.add(value);
  const sheets = [
    { sheet: exports(($) => $.sheet.session), data: sessionSheet(document), columns: [{ width: 24 }, { width: 60 }] },
    {
      sheet: exports(($) => $.sheet.seconds),
      data: [SECOND_COLUMNS.map(heading), [...said]],
      stickyRowsCount: 1,
    },
    { sheet: exports(($) => $.sheet.entries), data: entriesSheet(document), stickyRowsCount: 1 },
  ];
  // Packed anew: the library puts the time of writing into the file, and makes an object of each cell, of which a long
  // session has a million. The rows of seconds are put in here, as the library writes them; it was shown their words.
  const files = unzip(await writeXlsx(sheets).toBuffer());
  const words = sharedStrings(Buffer.from(files['xl/sharedStrings.xml']!).toString());
  const frame = Buffer.from(files[SECONDS_FILE]!).toString();
  const pieces: Record<string, Iterable<Uint8Array>> = {};
  for (const [path, bytes] of Object.entries(files)) {
    pieces[path] = path === SECONDS_FILE ? encoded(filled(frame, rows(), words)) : [bytes];
  }
  yield* zipPieces(Object.entries(pieces));
}

/** The second sheet. */
const SECONDS_FILE = 'xl/worksheets/sheet2.xml';

/** Texts of a workbook -> the number by which its cells name them. */
function sharedStrings(xml: string): ReadonlyMap<string, number> {
  return new Map([...xml.matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(([, text], index) => [text!, index]));
}

/** The sheet's XML with these rows behind its first, in place of those that it has. */
function* filled(
  frame: string,
  rows: Iterable<readonly (string | number | null)[]>,
  words: ReadonlyMap<string, number>,
): Generator<string> {
  const from = frame.indexOf('</row>') + '</row>'.length;
  yield frame.slice(0, from);
  let number = 1;
  for (const row of rows) {
    number += 1;
    yield `<row r="${number}">${row.map((value, column) => cellXml(value, `${LETTERS[column]}${number}`, words)).join('')}</row>`;
  }
  yield frame.slice(frame.indexOf('</sheetData>'));
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function cellXml(value: string | number | null, at: string, words: ReadonlyMap<string, number>): string {
  if (value === null) return '';
  return typeof value === 'number'
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="s"><v>${words.get(value)}</v></c>`;
}

function sessionSheet(document: ReportDocument): SheetData {
  const { child, session, model, summary, statement, isIdentified, siteName } = document;
  const { distress } = summary;
  const seconds = (ms: number | undefined) => (ms === undefined ? null : rounded(ms / 1000, 3));
  const facts: Record<string, string | number | null> = {
    child_code: child.code,
    age_years: child.ageYears,
    session: session.id,
    site: siteName,
    started_at: session.startedAtIso,
    duration_s: rounded(session.durationMs / 1000, 3),
    source: session.source,
    state: session.state,
    model: `${model.id} ${model.version}`,
    coverage: rounded(summary.coverage, 4),
    not_sure_share: summary.usableMs === 0 ? null : rounded(summary.notSureMs / summary.usableMs, 4),
    distress_likely_s: seconds(distress?.likelyMs),
    distress_not_seen_s: seconds(distress?.notSeenMs),
    distress_not_sure_s: seconds(distress?.notSureMs),
    distress_at_least: distress?.atLeast ?? null,
    distress_below: distress?.below ?? null,
    distress: distressInWords(document, formatWords(document.language)).join(' '),
    identified: String(isIdentified),
    notes: session.notes,
    statement,
  };
  return Object.entries(facts).map(([name, value]) => [heading(name), cell(value)]);
}

const SECOND_COLUMNS = [
  'at_s',
  'emotion',
  ...EMOTIONS.map((emotion) => `p_${emotion}`),
  'not_sure_share',
  'samples',
  'distress',
  'distress_state',
  ...MOVEMENT_COLUMNS,
];

/** @returns The rows, as often as they are asked for. */
function secondRows(document: ReportDocument, samples: ReportSamples): () => Generator<(string | number | null)[]> {
  const { seconds } = document;
  const states = statesBySecond(document, samples);
  const movements = movementsBySecond(samples);
  return function* rows() {
    for (const [row, atMs] of seconds.atMs.entries()) {
      yield [
        atMs / SECOND_MS,
        EMOTIONS[seconds.emotion[row]!] ?? 'not-sure',
        ...Array.from(seconds.probabilities.subarray(row * PROBABILITIES, (row + 1) * PROBABILITIES), (value) =>
          rounded(value, 6),
        ),
        rounded(seconds.notSureShare[row]!, 4),
        seconds.samples[row]!,
        rounded(distressOf(seconds.probabilities, row * PROBABILITIES), 6),
        states.get(atMs) ?? null,
        ...(movements.get(atMs) ?? []).map((value) => rounded(value, 4)),
      ];
    }
  };
}

function entriesSheet(document: ReportDocument): SheetData {
  const columns = ['row', 'at_ms', 'to_ms', ...ENTRY_COLUMNS];
  return [
    columns.map(heading),
    ...entryRows(document).map((row) => columns.map((column) => cell(row[column] ?? null))),
  ];
}

function heading(value: string) {
  return { value, fontWeight: 'bold' } as const;
}

function cell(value: string | number | null) {
  return typeof value === 'string' ? printable(value) : value;
}
