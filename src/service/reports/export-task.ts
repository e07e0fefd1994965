import type { BidsFiles } from '../../core/report/bids/merge-bids.ts';
import { mergeBids } from '../../core/report/bids/merge-bids.ts';
import { unzip, zip } from '../../core/report/zip.ts';
import { type ExportFile, readExportFiles } from '../../core/store/exports.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';

/**
 * All that an export has made so far as one zip, a folder a format. BIDS becomes one dataset of all sessions.
 *
 * @throws Error if a file of the store is damaged.
 */
export function zipExport(
  db: ReadableDb,
  { exportId }: { readonly exportId: string },
): { fileName: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> } {
  const files: Record<string, Uint8Array> = {};
  const datasets: BidsFiles[] = [];
  for (const file of readExportFiles(db, exportId)) {
    if (file.format === 'bids') datasets.push(unzip(file.bytes));
    else files[freePath(files, file)] = file.bytes;
  }
  for (const [path, bytes] of Object.entries(mergeBids(datasets))) files[`bids/${path}`] = bytes;
  return { fileName: `faceward-export-${exportId.slice(0, 8)}.zip`, mediaType: 'application/zip', bytes: zip(files) };
}

/** Two sessions of one child on one day have files of the same name. */
function freePath(taken: Readonly<Record<string, unknown>>, { format, fileName }: ExportFile): string {
  const dot = fileName.indexOf('.', fileName.lastIndexOf('/') + 1);
  const [name, ending] = dot < 0 ? [fileName, ''] : [fileName.slice(0, dot), fileName.slice(dot)];
  for (let number = 1; ; number += 1) {
    const path = `${format}/${number === 1 ? name : `${name}-${number}`}${ending}`;
    if (!Object.hasOwn(taken, path)) return path;
  }
}
