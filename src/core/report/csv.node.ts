import { distressOf } from '../emotion/distress.ts';
import { EMOTIONS } from '../emotion/emotion.ts';
import { valence } from '../emotion/valence.ts';
import { BYTE_ORDER_MARK, type Cell, csvDialectOf, csvRows } from '../tables/csv.node.ts';
import { statesOf } from './distress/sample-states.ts';
import { type Bytes, encoded } from './pieces/pieces.ts';
import { sampleRows } from './pieces/sample-rows.ts';
import type { ReportDocument } from './report-document.ts';
import { BOX_COLUMNS, MOVEMENT_COLUMNS, QUALITY_COLUMNS, type ReportSamples } from './report-samples.ts';
import { ENTRY_COLUMNS, entryRows, type Row, rounded } from './table-rows.ts';

const COLUMNS = [
  'row',
  'child_code',
  'session',
  'model',
  'at_ms',
  'to_ms',
  'emotion',
  ...EMOTIONS.map((emotion) => `p_${emotion}`),
  'valence',
  'distress',
  'distress_state',
  ...BOX_COLUMNS,
  ...QUALITY_COLUMNS,
  ...MOVEMENT_COLUMNS,
  ...ENTRY_COLUMNS,
];

/** Rows that are written at once. */
const ROWS_AT_ONCE = 200;

/**
 * The session as a table in the order of time; times count from the session's beginning.
 *
 * `row` says what a row is: "sample" (one a sample; `emotion` is "not-sure" where the model named none), "gap" (from
 * at_ms to to_ms without a sample, with its reason), "distress" (what was said of it from at_ms to to_ms, in reason_or_kind),
 * "marker" (a staff event), "observation" (its `score` is FLACC's
 * total, with the parts in flacc_*, or the child's own rating, both 0 to 10), "annotation" (what a person said an
 * interval was, in reason_or_kind) or "session" (all of it, with its notes). For the samples alone, keep the rows whose `row` is "sample"; nothing else can so be mistaken for a
 * reading, nor be lost.
 *
 * Written for the spreadsheets of the report's language: in Dutch with semicolons and decimal commas. Text that one would
 * run as a formula gets an apostrophe before it.
 */
export function* reportToCsv(document: ReportDocument, samples: ReportSamples): Generator<Bytes> {
  yield* encoded(texts(document, samples));
}

function* texts(document: ReportDocument, samples: ReportSamples): Generator<string> {
  const { child, session, model } = document;
  const constant = { child_code: child.code, session: session.id, model: `${model.id} ${model.version}` };
  const options = { dialect: csvDialectOf(document.language) };
  yield BYTE_ORDER_MARK + csvRows([COLUMNS], options);
  let rows: Cell[][] = [];
  for (const row of rowsInOrder(document, samples)) {
    const cells: Row = { ...constant, ...row };
    rows.push(COLUMNS.map((column) => cells[column] ?? null));
    if (rows.length < ROWS_AT_ONCE) continue;
    yield csvRows(rows, options);
    rows = [];
  }
  yield csvRows(rows, options);
}

/** All others merged between the samples. */
function* rowsInOrder(document: ReportDocument, samples: ReportSamples): Generator<Row> {
  const others = entryRows(document);
  let next = 0;
  for (const sample of tableRows(document, samples)) {
    while (next < others.length && Number(others[next]!.at_ms) <= Number(sample.at_ms)) yield others[next++]!;
    yield sample;
  }
  yield* others.slice(next);
}

function* tableRows(document: ReportDocument, samples: ReportSamples): Generator<Row> {
  const stateOf = statesOf(document);
  for (const { page, row: index, atMs } of sampleRows(samples)) {
    const probabilities = page.probabilities.subarray(index * EMOTIONS.length, (index + 1) * EMOTIONS.length);
    const row: Record<string, Cell> = {
      row: 'sample',
      at_ms: rounded(atMs, 1),
      emotion: EMOTIONS[page.emotion[index]!] ?? 'not-sure',
      valence: rounded(valence(probabilities).value, 6),
      distress: rounded(distressOf(probabilities), 6),
      distress_state: stateOf(atMs),
    };
    for (const [column, emotion] of EMOTIONS.entries()) row[`p_${emotion}`] = rounded(probabilities[column]!, 6);
    for (const [column, name] of BOX_COLUMNS.entries()) row[name] = rounded(page.box[index * 4 + column]!, 2);
    for (const [column, name] of QUALITY_COLUMNS.entries()) {
      row[name] = rounded(page.quality[index * 4 + column]!, 4);
    }
    for (const [column, name] of MOVEMENT_COLUMNS.entries()) {
      const value = page.movements[index * MOVEMENT_COLUMNS.length + column]!;
      row[name] = Number.isNaN(value) ? null : rounded(value, 4);
    }
    yield row;
  }
}
