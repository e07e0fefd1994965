import { setImmediate } from 'node:timers/promises';
import { type Options, stringify } from 'csv-stringify/sync';
import { EMOTIONS } from '../emotion/emotion.ts';
import type { ReportDocument } from './report-document.ts';
import { BOX_COLUMNS, QUALITY_COLUMNS } from './report-samples.ts';

const COLUMNS = [
  'row',
  'child_code',
  'model',
  'at_ms',
  'to_ms',
  'emotion',
  ...EMOTIONS.map((emotion) => `p_${emotion}`),
  ...BOX_COLUMNS,
  ...QUALITY_COLUMNS,
  'reason_or_kind',
  'text',
];

const OPTIONS: Options = { columns: COLUMNS, escape_formulas: true, record_delimiter: 'windows' };

type Cell = string | number | null;
type Row = Record<string, Cell>;

/** So many rows are written before others get their turn: about 20 ms of work. */
const ROWS_AT_ONCE = 1000;

/**
 * The session as a table in the order of time.
 *
 * `row` says what a row is: "sample" (one a sample; `emotion` is "not-sure" where the model named none), "gap" (from
 * at_ms to to_ms without a sample, with its reason) or "marker" (a staff event, with its kind and text). For the samples
 * alone, keep the rows whose `row` is "sample"; a gap can so never be mistaken for a reading, nor be lost.
 *
 * Text that a spreadsheet would run as a formula gets an apostrophe before it. Eight hours take seconds to write, so
 * that the event loop is given back in between: a session that is being recorded must not wait for a report.
 */
export async function reportToCsv(document: ReportDocument): Promise<Uint8Array<ArrayBuffer>> {
  const constant = { child_code: document.childCode, model: `${document.model.id} ${document.model.version}` };
  const chunks = [stringify([COLUMNS], OPTIONS)];
  let rows: Row[] = [];
  for (const row of rowsInOrder(document)) {
    rows.push({ ...constant, ...row });
    if (rows.length < ROWS_AT_ONCE) continue;
    chunks.push(stringify(rows, OPTIONS));
    rows = [];
    await setImmediate();
  }
  chunks.push(stringify(rows, OPTIONS));
  return new TextEncoder().encode(chunks.join(''));
}

/** Gaps and markers merged between the samples. */
function* rowsInOrder(document: ReportDocument): Generator<Row> {
  const others = [...gapRows(document), ...markerRows(document)].sort((a, b) => Number(a.at_ms) - Number(b.at_ms));
  let next = 0;
  for (const sample of sampleRows(document)) {
    while (next < others.length && Number(others[next]!.at_ms) <= Number(sample.at_ms)) yield others[next++]!;
    yield sample;
  }
  yield* others.slice(next);
}

function* sampleRows({ samples }: ReportDocument): Generator<Row> {
  for (let index = 0; index < samples.count; index += 1) {
    const row: Row = {
      row: 'sample',
      at_ms: rounded(samples.atMs[index]!, 1),
      emotion: EMOTIONS[samples.emotion[index]!] ?? 'not-sure',
    };
    for (const [column, emotion] of EMOTIONS.entries()) {
      row[`p_${emotion}`] = rounded(samples.probabilities[index * EMOTIONS.length + column]!, 6);
    }
    for (const [column, name] of BOX_COLUMNS.entries()) row[name] = rounded(samples.box[index * 4 + column]!, 2);
    for (const [column, name] of QUALITY_COLUMNS.entries())
      row[name] = rounded(samples.quality[index * 4 + column]!, 4);
    yield row;
  }
}

function gapRows({ gaps }: ReportDocument): Row[] {
  return gaps.map((gap) => ({
    row: 'gap',
    at_ms: rounded(gap.fromMs, 1),
    to_ms: rounded(gap.toMs, 1),
    reason_or_kind: gap.reason,
  }));
}

function markerRows({ markers }: ReportDocument): Row[] {
  return markers.map((marker) => ({
    row: 'marker',
    at_ms: rounded(marker.atMs, 1),
    reason_or_kind: marker.kind,
    text: marker.text,
  }));
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
