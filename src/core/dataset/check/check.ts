import type { Dataset, DatasetProblem, ImageRecord } from '../dataset.ts';
import type { Group } from '../faces/face-set.ts';
import type { NearDuplicate } from '../near-duplicates/near-duplicate.ts';
import { ageBandCounts, groupCounts, imagesPerSubject } from './counts.ts';
import { duplicateCheck } from './duplicates.ts';
import { datasetFindings } from './findings.ts';
import { annotatorAgreement, columnAgreement } from './labels.ts';
import type { DatasetCheck } from './report.ts';
import { givenSplit } from './split.ts';

/** All that is known of a dataset before its check. */
export interface CheckMaterial {
  readonly dataset: Dataset;
  /** Records whose face was found. */
  readonly shown: readonly ImageRecord[];
  /** Records whose image cannot be opened or shows no face. */
  readonly faceless: readonly DatasetProblem[];
  /** Among `shown`, by row. */
  readonly duplicates: readonly NearDuplicate[];
  /** The same dataset read by a second column of labels; null where there is none. */
  readonly second: { readonly column: string; readonly records: readonly ImageRecord[] } | null;
}

/** Counts what a dataset holds, and says in plain words which of the findings matter. */
export function checkDataset({ dataset, shown, faceless, duplicates, second }: CheckMaterial): DatasetCheck {
  const subjects = (group: Group) =>
    new Set(shown.filter((each) => each.group === group).map(({ subject }) => subject)).size;
  const counted = {
    names: dataset.names,
    dirs: dataset.folders.map(({ dir }) => dir),
    images: shown.length,
    subjects: { child: subjects('child'), adult: subjects('adult') },
    subjectsKnown: dataset.subjectsKnown,
    imagesPerSubject: imagesPerSubject(shown),
    byGroup: groupCounts(shown),
    byAgeBand: ageBandCounts(shown),
    columns: second && columnAgreement(dataset.records, second),
    annotators: annotatorAgreement(shown),
    duplicates: duplicateCheck(shown, duplicates),
    split: givenSplit(shown, duplicates),
    unusable: [...dataset.problems, ...faceless],
    remarks: dataset.remarks,
  };
  return { ...counted, findings: datasetFindings(counted) };
}
