import { parquetWriteBuffer } from 'hyparquet-writer';
import { distressOf } from '../../emotion/distress.ts';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { valence } from '../../emotion/valence.ts';
import { PROBABILITIES } from '../../timeline/sample-columns.ts';
import { distressInWords } from '../distress/distress-in-words.ts';
import { sampleStates } from '../distress/sample-states.ts';
import { formatWords } from '../format-words.ts';
import type { ReportDocument } from '../report-document.ts';
import { BOX_COLUMNS, MOVEMENT_COLUMNS, QUALITY_COLUMNS, type ReportSamples } from '../report-samples.ts';

/**
 * Every sample of a session as a Parquet table, a row each, in the columns of the CSV: for pandas, R and DuckDB. Numbers
 * keep their types and the table says by itself what it is: the file's metadata hold the statement, child, session,
 * model and what is said of distress. What people added is in the CSV.
 *
 * Source: Apache Parquet.
 */
export function reportToParquet(document: ReportDocument, samples: ReportSamples): Uint8Array<ArrayBuffer> {
  const { child, session, model, statement } = document;
  const column = (values: Float32Array, width: number, index: number) =>
    Float32Array.from({ length: samples.count }, (_, row) => values[row * width + index]!);
  const rowOf = (row: number) => samples.probabilities.subarray(row * PROBABILITIES, (row + 1) * PROBABILITIES);
  const names = Array.from(samples.emotion, (emotion) => EMOTIONS[emotion] ?? 'not-sure');
  const valences = Float32Array.from({ length: samples.count }, (_, row) => valence(rowOf(row)).value);
  const distress = Float32Array.from({ length: samples.count }, (_, row) => distressOf(rowOf(row)));
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: 'at_ms', data: samples.atMs, type: 'DOUBLE' },
      { name: 'emotion', data: names, type: 'STRING' },
      ...EMOTIONS.map((emotion, index) => ({
        name: `p_${emotion}`,
        data: column(samples.probabilities, PROBABILITIES, index),
        type: 'FLOAT' as const,
      })),
      { name: 'valence', data: valences, type: 'FLOAT' },
      { name: 'distress', data: distress, type: 'FLOAT' },
      { name: 'distress_state', data: sampleStates(document, samples), type: 'STRING', nullable: true },
      ...BOX_COLUMNS.map((name, index) => ({ name, data: column(samples.box, 4, index), type: 'FLOAT' as const })),
      ...QUALITY_COLUMNS.map((name, index) => ({
        name,
        data: column(samples.quality, 4, index),
        type: 'FLOAT' as const,
      })),
      ...MOVEMENT_COLUMNS.map((name, index) => ({
        name,
        data: Array.from(column(samples.movements, MOVEMENT_COLUMNS.length, index), (value) =>
          Number.isNaN(value) ? null : value,
        ),
        type: 'FLOAT' as const,
        nullable: true,
      })),
    ],
    kvMetadata: Object.entries({
      statement,
      child_code: child.code,
      session: session.id,
      model: `${model.id} ${model.version}`,
      distress: distressInWords(document, formatWords(document.language)).join(' '),
    }).map(([key, value]) => ({ key, value })),
  });
  return new Uint8Array(buffer);
}
