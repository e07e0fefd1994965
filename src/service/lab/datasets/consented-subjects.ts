import { spellingKey } from '../../../core/dataset/find-file.node.ts';
import { countSubjects, indexingState } from '../../../core/store/lab/dataset-images.node.ts';
import { findDataset, listDatasets, type StoredDataset } from '../../../core/store/lab/datasets.node.ts';
import type { ConsentOf, SubjectConsent } from '../../../core/store/lab/use/image-use.ts';
import type { ConsentByDataset } from '../../../core/store/lab/use/images-withheld.node.ts';
import { type Child, listChildren } from '../../../core/store/people/children.node.ts';
import type { ConsentScope } from '../../../core/store/people/consent-scope.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { statementOf } from '../../runtime/lab-jobs/dataset-statement.ts';

/** What a family must have agreed to before pictures of its child are trained on. */
const NEEDED_SCOPES: Readonly<Record<StoredDataset['kind'], readonly ConsentScope[]>> = {
  folder: ['train'],
  'kept-pictures': ['train', 'keep-crops'],
};

/** Whether consent covers training on pictures of a child today, and if not, whether it ever did. */
export function consentToTrain(
  { consentedScopes, consents }: Pick<Child, 'consentedScopes' | 'consents'>,
  kind: StoredDataset['kind'],
): Extract<SubjectConsent, 'covers' | 'never' | 'ended'> {
  const missing = NEEDED_SCOPES[kind].filter((scope) => !consentedScopes.includes(scope));
  if (missing.length === 0) return 'covers';
  return missing.every((scope) => consents.some(({ scopes }) => scopes.includes(scope))) ? 'ended' : 'never';
}

/**
 * Whether consent covers training on the subjects of a dataset today. Whom a dataset calls by the code of an enrolled child
 * is that child; of anybody else the site has no consent to ask for, unless somebody said that each child's own counts.
 */
export function consentOfSubjects(db: ReadableDb, datasetId: string, now: Date): ConsentOf {
  return consentByDataset(db, now)(datasetId);
}

/** The same of any dataset. */
export function consentByDataset(db: ReadableDb, now: Date): ConsentByDataset {
  const children = listChildren(db, now).map((child) => ({ child, code: spellingKey(child.code) }));
  return (datasetId) => {
    const dataset = findDataset(db, datasetId);
    if (!dataset) return () => 'none';
    const said = statementOf(dataset)?.consent;
    if (said === 'none') return () => 'dataset-none';
    const others = said === 'per-child' ? 'not-enrolled' : 'none';
    const byCode = new Map(children.map(({ child, code }) => [code, consentToTrain(child, dataset.kind)]));
    return (subject) => (subject === null ? others : (byCode.get(spellingKey(subject)) ?? others));
  };
}

/**
 * The enrolled children of the site among the subjects of a dataset, known by their codes. Whom a dataset calls by the code
 * of an enrolled child is that child: its images may be looked at, and trained on only while its consent covers that.
 */
export interface EnrolledSubjects {
  /** Whose consent covers training today, by their ids. */
  readonly consented: ReadonlySet<string>;
  /** Subjects, as the dataset spells them, whose consent does not; whoever is not enrolled, where it is to be each child's own. */
  readonly withoutConsent: ReadonlySet<string>;
  /** Images of these. */
  readonly imagesWithoutConsent: number;
}

export function enrolledSubjects(db: ReadableDb, datasetId: string, now: Date): EnrolledSubjects {
  const byCode = new Map(listChildren(db, now).map((child) => [spellingKey(child.code), child]));
  const consented = new Set<string>();
  const withoutConsent = new Set<string>();
  let imagesWithoutConsent = 0;
  const dataset = findDataset(db, datasetId);
  const isPerChild = dataset !== null && statementOf(dataset)?.consent === 'per-child';
  for (const [subject, images] of countSubjects(db, datasetId)) {
    const child = byCode.get(spellingKey(subject));
    if (!child && !isPerChild) continue;
    if (child && consentToTrain(child, 'folder') === 'covers') consented.add(child.id);
    else {
      withoutConsent.add(subject);
      imagesWithoutConsent += images;
    }
  }
  return { consented, withoutConsent, imagesWithoutConsent };
}

/** Whom of the enrolled children trainings over folders of images may read today, and whom they leave out. */
export interface FolderConsent {
  /** Ids. Of a folder whose subjects are not known yet, everybody with a consent: anybody may be in it. */
  readonly childIds: ReadonlySet<string>;
  /** Subjects as the folders spell them, each once; of a folder whose subjects are not known yet, codes. */
  readonly leftOut: readonly string[];
}

export function folderConsent(db: ReadableDb, datasetDirs: readonly string[], now: Date): FolderConsent {
  const found = listDatasets(db)
    .filter(({ dir }) => datasetDirs.includes(dir))
    .map(({ id }) => (indexingState(db, id)?.isListed ? enrolledSubjects(db, id, now) : anybody(db, now)));
  return {
    childIds: new Set(found.flatMap(({ consented }) => [...consented])),
    leftOut: [...new Set(found.flatMap(({ withoutConsent }) => [...withoutConsent]))],
  };
}

function anybody(db: ReadableDb, now: Date): Pick<EnrolledSubjects, 'consented' | 'withoutConsent'> {
  const children = listChildren(db, now);
  const consented = children.filter((child) => consentToTrain(child, 'folder') === 'covers');
  const others = children.filter((each) => !consented.includes(each));
  return { consented: new Set(consented.map(({ id }) => id)), withoutConsent: new Set(others.map(({ code }) => code)) };
}
