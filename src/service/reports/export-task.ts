import type { BidsFiles } from '../../core/report/bids/merge-bids.ts';
import { mergeBids } from '../../core/report/bids/merge-bids.ts';
import { unzip, zipPieces } from '../../core/report/zip.ts';
import { type ExportFile, exportFilePieces, listExportFiles } from '../../core/store/exports.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';
import { type BegunFile, beginFile } from './file-pieces-task.ts';

/**
 * All that an export has made so far as one zip, a folder a format. BIDS becomes one dataset of all sessions.
 *
 * @throws Error if a file of the store is damaged.
 */
export function zipExport(db: ReadableDb, { exportId }: { readonly exportId: string }): Promise<BegunFile> {
  const fileName = `faceward-export-${exportId.slice(0, 8)}.zip`;
  return beginFile({ fileName, mediaType: 'application/zip', pieces: zipPieces(entries(db, exportId)) });
}

/** No file but the one at hand is in memory, and of datasets what describes them as a whole. */
function* entries(db: ReadableDb, exportId: string): Generator<readonly [path: string, pieces: Iterable<Uint8Array>]> {
  const taken = new Set<string>();
  const described: BidsFiles[] = [];
  for (const file of listExportFiles(db, exportId)) {
    const pieces = exportFilePieces(db, exportId, file);
    if (file.format !== 'bids') {
      const path = freePath(taken, file);
      taken.add(path);
      yield [path, pieces];
      continue;
    }
    const dataset = Object.entries(unzip(Buffer.concat([...pieces])));
    const isOfSession = ([path]: readonly [string, Uint8Array]) => path.includes('/ses-');
    for (const [path, bytes] of dataset.filter(isOfSession)) yield [`bids/${path}`, [bytes]];
    described.push(Object.fromEntries(dataset.filter((each) => !isOfSession(each))));
  }
  for (const [path, bytes] of Object.entries(mergeBids(described))) yield [`bids/${path}`, [bytes]];
}

/** Two sessions of one child on one day have files of the same name. */
function freePath(taken: ReadonlySet<string>, { format, fileName }: Pick<ExportFile, 'format' | 'fileName'>): string {
  const dot = fileName.indexOf('.', fileName.lastIndexOf('/') + 1);
  const [name, ending] = dot < 0 ? [fileName, ''] : [fileName.slice(0, dot), fileName.slice(dot)];
  for (let number = 1; ; number += 1) {
    const path = `${format}/${number === 1 ? name : `${name}-${number}`}${ending}`;
    if (!taken.has(path)) return path;
  }
}
