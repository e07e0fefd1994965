import { type Dataset, datasetSchema } from '../../../contract/datasets.ts';
import { isSealedDir } from '../../../core/store/lab/dataset-files.node.ts';
import type { StoredDataset } from '../../../core/store/lab/datasets.node.ts';
import type { SignedInContext } from '../../runtime/call-context.ts';
import { statementOf } from '../../runtime/lab-jobs/dataset-statement.ts';
import { enrolledSubjects } from './consented-subjects.ts';

/** A dataset as the screens show it. */
export function describeDataset(
  { db, runtime, now }: Pick<SignedInContext, 'db' | 'runtime' | 'now'>,
  { kind, dir, ...dataset }: StoredDataset,
): Dataset {
  const isFolder = kind === 'folder';
  const isSealed = isSealedDir(dir);
  const indexing = isFolder ? runtime.indexRuns.progress(db, dataset.id) : null;
  const { withoutConsent, imagesWithoutConsent } = enrolledSubjects(db, dataset.id, now);
  const consent = { children: withoutConsent.size, images: imagesWithoutConsent };
  return datasetSchema.parse({
    ...dataset,
    statement: statementOf(dataset),
    withoutConsent: consent,
    dir: isFolder && !isSealed ? dir : null,
    isSealed,
    indexing,
  });
}
