import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CsvError, parse } from 'csv-parse';
import { DatasetError, type DatasetProblem, type ImageRecord } from '../dataset.ts';
import { fileFault } from '../file-fault.node.ts';
import type { FolderContents, Layout, LayoutOptions } from './layout.ts';
import { parseManifestRow, REQUIRED_COLUMNS, VOTE_COLUMNS } from './manifest-row.ts';

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
  needs: `a ${MANIFEST}`,
  description: null,
  recognises: (dir) => existsSync(join(dir, MANIFEST)),
  read: readManifest,
};

async function readManifest(dir: string, { labelColumn }: LayoutOptions): Promise<FolderContents> {
  const records: ImageRecord[] = [];
  const problems: DatasetProblem[] = [];
  const firstRowOf = new Map<string, number>();
  const leaveOut = (row: number, path: string, reason: string) => problems.push({ dir, row, path, reason });

  const parser = parse({
    bom: true,
    columns: (header: string[]) => checkedHeader(header, dir, labelColumn),
    info: true,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MOST_ROW_BYTES,
  });
  parser.on('skip', (error: CsvError) =>
    leaveOut(Number(error.lines), MANIFEST, `not a row of a table: ${error.message}`),
  );
  const source = createReadStream(join(dir, MANIFEST));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);

  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>) {
      const row = info.lines;
      const written = record.path || MANIFEST;
      const parsed = parseManifestRow(record, labelColumn);
      if (parsed.kind === 'problem') {
        leaveOut(row, written, parsed.reason);
        continue;
      }
      const { path } = parsed.record;
      const firstRow = firstRowOf.get(path);
      const fault = firstRow === undefined ? fileFault(dir, path) : `the image was named before, in row ${firstRow}`;
      firstRowOf.set(path, firstRow ?? row);
      if (fault) leaveOut(row, written, fault);
      else records.push({ dir, row, ...parsed.record });
    }
  } catch (cause) {
    if (cause instanceof DatasetError) throw cause;
    throw new DatasetError(`${join(dir, MANIFEST)} cannot be read: ${(cause as Error).message}`, { cause });
  } finally {
    source.destroy();
  }
  return { records, problems, subjectsKnown: true };
}

function checkedHeader(header: string[], dir: string, labelColumn: string): string[] {
  const votes = VOTE_COLUMNS.some((column) => header.includes(column)) ? VOTE_COLUMNS : [];
  const missing = [...REQUIRED_COLUMNS, labelColumn, ...votes].filter((column) => !header.includes(column));
  if (missing.length === 0) return header;
  throw new DatasetError(
    `${join(dir, MANIFEST)} row 1: column ${missing.map((column) => `"${column}"`).join(', ')} is missing; ` +
      `found ${header.join(', ')}`,
  );
}
