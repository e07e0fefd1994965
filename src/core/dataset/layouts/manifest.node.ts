import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Failure, failure } from '../../words/failure.ts';
import type { DatasetProblem, ImageRecord } from '../dataset.ts';
import { fileFault } from '../file-fault.node.ts';
import type { FolderContents, Layout, LayoutOptions } from './layout.ts';
import { parseManifestRow, REQUIRED_COLUMNS, VOTE_COLUMNS } from './manifest-row.ts';
import { checkedHeader, tableRows } from './read-table.node.ts';

const MANIFEST = 'manifest.csv';

/** Longer than any honest row; a file without line ends is refused instead of filling the memory. */
const MOST_ROW_BYTES = 64 * 1024;

/**
 * The program's own layout: `manifest.csv`, one image a row, with path, subject, group and an emotion, and optionally
 * age, x0,y0,x1,y1 and votes_<emotion>. Other columns are ignored. A missing column makes the folder unreadable; a row
 * that cannot be used is left out.
 */
export const manifest: Layout = {
  name: 'manifest',
  description: null,
  recognises: (dir) => existsSync(join(dir, MANIFEST)),
  read: readManifest,
};

async function readManifest(dir: string, { labelColumn }: LayoutOptions): Promise<FolderContents> {
  const records: ImageRecord[] = [];
  const problems: DatasetProblem[] = [];
  const firstRowOf = new Map<string, number>();
  const leaveOut = (row: number, path: string, why: Failure) => problems.push({ dir, row, path, why });

  const rows = tableRows(dir, MANIFEST, {
    columns(header) {
      const votes = VOTE_COLUMNS.some((column) => header.includes(column)) ? VOTE_COLUMNS : [];
      return checkedHeader(header, dir, MANIFEST, [...REQUIRED_COLUMNS, labelColumn, ...votes]);
    },
    trim: true,
    max_record_size: MOST_ROW_BYTES,
    onSkip: (error) => leaveOut(Number(error.lines), MANIFEST, failure('leftOut.no-table-row', { code: error.code })),
  });
  for await (const { record, info } of rows) {
    const row = info.lines;
    const written = record.path || MANIFEST;
    const parsed = parseManifestRow(record, labelColumn);
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
  return { records, problems, subjectsKnown: true };
}
