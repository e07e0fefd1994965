import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify as yaml } from 'yaml';
import type { Emotion } from '../emotion/emotion.ts';
import { csvRows } from '../tables/csv.node.ts';
import type { DatasetDescription } from './dataset.ts';

export const LABELS = 'kept-pictures.csv';
export const CROPS = 'kept-pictures.bin';
export const COLUMNS = ['subject', 'age', 'emotion'] as const;

export interface KeptPicture {
  /** Pseudonym of the child. */
  readonly subject: string;
  readonly ageYears: number;
  readonly emotion: Emotion;
  /** The model's own crop, [60, 60] grey. */
  readonly grey: Uint8Array;
}

/** Writes pictures as a folder that can be trained on, for its owner alone to read. The folder must not be there yet. */
export function writeKeptPictures(
  dir: string,
  pictures: readonly KeptPicture[],
  description: Omit<DatasetDescription, 'group'>,
): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const rows = pictures.map(({ subject, ageYears, emotion }) => [subject, ageYears, emotion]);
  const write = (name: string, data: string | Uint8Array) =>
    writeFileSync(join(dir, name), data, { flag: 'wx', mode: 0o600 });
  write(LABELS, csvRows([COLUMNS, ...rows]));
  write(CROPS, Buffer.concat(pictures.map(({ grey }) => grey)));
  write('dataset.yaml', yaml(description));
}
