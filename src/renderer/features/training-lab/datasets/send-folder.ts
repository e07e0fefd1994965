import type { Dataset } from '../../../../contract/datasets.ts';
import { UPLOAD_LIMITS } from '../../../../contract/datasets.ts';
import type { DatasetStatement } from '../../../../core/dataset/said/statement.ts';
import type { Client } from '../../../client/create-client.ts';
import type { ChosenFolder, FolderFile } from './folder-files.ts';

interface SendOptions {
  /** What somebody says of its images. */
  readonly statement: DatasetStatement;
  /** @param bytes Of all files, what has come so far. */
  readonly onProgress: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/** Files under way at once: one waits for its answer while another is read. */
const AT_ONCE = 4;

/**
 * Sends a folder, piece by piece. What came before an earlier try was cut off is not sent again.
 *
 * @returns The dataset, whose images are then opened.
 * @throws CallError, or the signal's reason when aborted.
 */
export async function sendFolder(
  call: Client['call'],
  { name, files, bytes }: ChosenFolder,
  { statement, onProgress, signal }: SendOptions,
): Promise<Dataset> {
  const folder = { name, files: files.length, bytes };
  const begun = await call('datasets.beginUpload', folder);
  // Files that this folder does not have are of another one of the same name: the two must not become one dataset.
  const paths = new Set(files.map(({ path }) => path));
  const isAnother = begun.files.some(({ path }) => !paths.has(path));
  const { datasetId, files: there } = isAnother ? await call('datasets.beginUpload', { ...folder, anew: true }) : begun;
  const received = new Map(there.map((file) => [file.path, file]));
  let sent = 0;
  const tell = (more: number) => {
    sent += more;
    onProgress(sent);
  };

  const sendFile = async ({ path, file }: FolderFile) => {
    const before = received.get(path);
    let offset = before?.bytes === file.size ? before.received : 0;
    tell(offset);
    if (before?.bytes === file.size && offset === file.size) return;
    do {
      signal.throwIfAborted();
      const end = Math.min(file.size, offset + UPLOAD_LIMITS.pieceBytes);
      const piece = new Uint8Array(await file.slice(offset, end).arrayBuffer());
      await call('datasets.upload', { datasetId, path, fileBytes: file.size, offset, piece });
      tell(end - offset);
      offset = end;
    } while (offset < file.size);
  };
  const pending = files.values();
  const worker = async () => {
    for (const file of pending) await sendFile(file);
  };
  const outcomes = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return await call('datasets.endUpload', { datasetId, statement });
}
