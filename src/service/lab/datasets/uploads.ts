import { UPLOAD_LIMITS } from '../../../contract/datasets.ts';
import { CallError } from '../../../contract/error.ts';
import {
  beginUpload,
  endUpload,
  enterSealedFile,
  findSealedFile,
  isUploading,
  listSealedFiles,
  uploadTotals,
} from '../../../core/store/lab/dataset-files.node.ts';
import { indexAnew } from '../../../core/store/lab/dataset-images.node.ts';
import { findDataset, stateDataset } from '../../../core/store/lab/datasets.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import type { Handlers, SignedInContext } from '../../runtime/call-context.ts';
import { keepPiece } from '../../runtime/lab-jobs/sealed-files.ts';
import { recordAction } from '../../runtime/record-action.ts';
import { describeDataset } from './describe-dataset.ts';

/** Folders that a browser sends, file by file: they are kept sealed, and an upload that was cut off goes on. */
export const uploadsHandlers: Handlers<'datasets.beginUpload' | 'datasets.upload' | 'datasets.endUpload'> = {
  'datasets.beginUpload'(context, { name, files, bytes, anew }) {
    if (files > UPLOAD_LIMITS.files || bytes > UPLOAD_LIMITS.bytes) {
      const most = { mostFiles: UPLOAD_LIMITS.files, mostGigabytes: UPLOAD_LIMITS.bytes / 2 ** 30 };
      throw new CallError('invalid-input', failure('lab.upload-too-large', { ...most, files, gigabytes: gb(bytes) }));
    }
    const { db } = context;
    const datasetId = inTransaction(db, () => {
      const id = beginUpload(db, name, anew);
      recordAction(context, 'datasets.beginUpload', id);
      return id;
    });
    context.runtime.events.emit('datasets.changed', {});
    const there = listSealedFiles(db, datasetId).map(({ path, bytes, received }) => ({ path, bytes, received }));
    return { datasetId, files: there };
  },

  'datasets.upload'(context, { datasetId, path, fileBytes, offset, piece }) {
    const { db, site } = context;
    assertUploading(context, datasetId);
    const known = findSealedFile(db, datasetId, path);
    // A file that has another size than before is another file.
    const file = known?.bytes === fileBytes ? known : enterSealedFile(db, datasetId, path, fileBytes);
    if (offset !== file.received || offset + piece.length > fileBytes) {
      throw new CallError(
        'conflict',
        failure('lab.upload-out-of-order', { path, wanted: file.received, found: offset }),
      );
    }
    const { files, bytes } = uploadTotals(db, datasetId);
    if (files > UPLOAD_LIMITS.files || bytes > UPLOAD_LIMITS.bytes) {
      const most = { mostFiles: UPLOAD_LIMITS.files, mostGigabytes: UPLOAD_LIMITS.bytes / 2 ** 30 };
      throw new CallError('invalid-input', failure('lab.upload-too-large', { ...most, files, gigabytes: gb(bytes) }));
    }
    if (piece.length > 0) keepPiece(site, datasetId, file, piece);
    return { received: file.received + piece.length };
  },

  'datasets.endUpload'(context, { datasetId, statement }) {
    const { db, runtime } = context;
    assertUploading(context, datasetId);
    const { unfinished } = uploadTotals(db, datasetId);
    if (unfinished > 0) throw new CallError('conflict', failure('lab.upload-unfinished', { count: unfinished }));
    inTransaction(db, () => {
      endUpload(db, datasetId);
      if (statement) stateDataset(db, datasetId, statement);
      indexAnew(db, datasetId);
      recordAction(context, 'datasets.endUpload', datasetId);
    });
    runtime.indexRuns.wake();
    runtime.events.emit('datasets.changed', {});
    return describeDataset(context, findDataset(db, datasetId)!);
  },
};

function assertUploading({ db }: SignedInContext, datasetId: string): void {
  if (!isUploading(db, datasetId)) throw new CallError('not-found', failure('lab.upload-not-there'));
}

function gb(bytes: number): number {
  return Math.ceil(bytes / 2 ** 30);
}
