import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify as yaml } from 'yaml';
import type { Emotion } from '../emotion/emotion.ts';
import { csvRows } from '../tables/csv.node.ts';
import type { DatasetDescription, ImageRecord } from './dataset.ts';
import { sealedToLayOut } from './laid-out/laid-out.node.ts';

export const LABELS = 'kept-pictures.csv';
export const CROPS = 'kept-pictures.bin';
export const COLUMNS = ['subject', 'age', 'emotion'] as const;
/** Of pictures that came from images; a folder of an earlier version has none of them. */
const IMAGE_COLUMNS = ['group', 'split', 'path', 'votes'] as const;

export interface KeptPicture {
  /** Pseudonym of the child; null where nobody knows who it is. */
  readonly subject: string | null;
  readonly ageYears: number | null;
  readonly emotion: Emotion;
  /** The model's own crop, [60, 60] grey. */
  readonly grey: Uint8Array;
  /** A child's if left out. */
  readonly group?: ImageRecord['group'];
  readonly split?: ImageRecord['split'];
  /** Of the image that it was cut out of. */
  readonly path?: string;
  readonly votes?: ImageRecord['votes'];
}

/**
 * Writes pictures as a folder that can be trained on, sealed for the processes that this one starts. The folder must not be
 * there yet.
 */
export function writeKeptPictures(
  dir: string,
  pictures: readonly KeptPicture[],
  description: Omit<DatasetDescription, 'group'>,
): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const rows = pictures.map(({ subject, ageYears, emotion, group, split, path, votes }) => [
    ...[subject ?? '', ageYears ?? '', emotion, group ?? 'child', split ?? '', path ?? ''],
    votes?.join(' ') ?? '',
  ]);
  const write = (name: string, data: string | Uint8Array) =>
    writeFileSync(join(dir, name), sealedToLayOut(Buffer.from(data)), { flag: 'wx', mode: 0o600 });
  write(LABELS, csvRows([[...COLUMNS, ...IMAGE_COLUMNS], ...rows]));
  write(CROPS, Buffer.concat(pictures.map(({ grey }) => grey)));
  write('dataset.yaml', yaml(description));
}
