import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { distressOf } from '../../emotion/distress.ts';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { valence } from '../../emotion/valence.ts';
import { PROBABILITIES } from '../../timeline/sample-columns.ts';
import { distressInWords } from '../distress/distress-in-words.ts';
import { statesOf } from '../distress/sample-states.ts';
import { formatWords } from '../format-words.ts';
import type { Bytes } from '../pieces/pieces.ts';
import { sampleRows } from '../pieces/sample-rows.ts';
import type { ReportDocument } from '../report-document.ts';
import { BOX_COLUMNS, MOVEMENT_COLUMNS, QUALITY_COLUMNS, type ReportSamples } from '../report-samples.ts';

/** Rows of the first group of rows, from which readers look ahead, and of the others: what is in memory at once. */
const [FIRST_ROWS, GROUP_ROWS] = [1000, 20_000];

const FLOATS = [...BOX_COLUMNS, ...QUALITY_COLUMNS];
const BOX_AT = 0;
const QUALITY_AT = BOX_COLUMNS.length;

/**
 * Every sample of a session as a Parquet table, a row each, in the columns of the CSV: for pandas, R and DuckDB. Numbers
 * keep their types and the table says by itself what it is: the file's metadata hold the statement, child, session,
 * model and what is said of distress. What people added is in the CSV.
 *
 * Source: Apache Parquet.
 */
export function* reportToParquet(document: ReportDocument, samples: ReportSamples): Generator<Bytes> {
  const { child, session, model, statement } = document;
  const writer = new ByteWriter();
  const written = (): Bytes => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  const parquet = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: columnsOf(newRows()) }),
    kvMetadata: Object.entries({
      statement,
      child_code: child.code,
      session: session.id,
      model: `${model.id} ${model.version}`,
      distress: distressInWords(document, formatWords(document.language)).join(' '),
    }).map(([key, value]) => ({ key, value })),
  });
  const stateOf = statesOf(document);
  let [rows, group] = [newRows(), FIRST_ROWS];
  const writeGroup = () => {
    const columnData = columnsOf(rows).map(({ type: _, nullable: __, ...column }) => column);
    parquet.write({ columnData, rowGroupSize: group });
    [rows, group] = [newRows(), GROUP_ROWS];
    return written();
  };
  for (const { page, row, atMs } of sampleRows(samples)) {
    const own = page.probabilities.subarray(row * PROBABILITIES, (row + 1) * PROBABILITIES);
    rows.atMs.push(atMs);
    rows.emotion.push(EMOTIONS[page.emotion[row]!] ?? 'not-sure');
    for (const [column, value] of own.entries()) rows.probabilities[column]!.push(value);
    rows.valence.push(valence(own).value);
    rows.distress.push(distressOf(own));
    rows.states.push(stateOf(atMs));
    for (let column = 0; column < 4; column += 1) {
      rows.floats[BOX_AT + column]!.push(page.box[row * 4 + column]!);
      rows.floats[QUALITY_AT + column]!.push(page.quality[row * 4 + column]!);
    }
    for (const [column, values] of rows.movements.entries()) {
      const value = page.movements[row * MOVEMENT_COLUMNS.length + column]!;
      values.push(Number.isNaN(value) ? null : value);
    }
    if (rows.atMs.length === group) yield writeGroup();
  }
  if (rows.atMs.length > 0) yield writeGroup();
  parquet.finish();
  yield written();
}

/** A group of rows, by columns. */
function newRows() {
  const columns = <Value>(names: readonly string[]) => names.map((): Value[] => []);
  return {
    atMs: [] as number[],
    emotion: [] as string[],
    probabilities: columns<number>(EMOTIONS),
    valence: [] as number[],
    distress: [] as number[],
    states: [] as (string | null)[],
    floats: columns<number>(FLOATS),
    movements: columns<number | null>(MOVEMENT_COLUMNS),
  };
}

function columnsOf(rows: ReturnType<typeof newRows>): ColumnSource[] {
  const float = (name: string, data: number[]): ColumnSource => ({
    name,
    data: Float32Array.from(data),
    type: 'FLOAT',
  });
  return [
    { name: 'at_ms', data: Float64Array.from(rows.atMs), type: 'DOUBLE' },
    { name: 'emotion', data: rows.emotion, type: 'STRING' },
    ...EMOTIONS.map((emotion, index) => float(`p_${emotion}`, rows.probabilities[index]!)),
    float('valence', rows.valence),
    float('distress', rows.distress),
    { name: 'distress_state', data: rows.states, type: 'STRING', nullable: true },
    ...FLOATS.map((name, index) => float(name, rows.floats[index]!)),
    ...MOVEMENT_COLUMNS.map((name, index) => ({
      name,
      data: rows.movements[index]!,
      type: 'FLOAT' as const,
      nullable: true,
    })),
  ];
}
